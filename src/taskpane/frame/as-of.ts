/** The as-of day: today by the pane's clock until the user names another; it passes midnight with the clock. */
import { useEffect, useState } from "react";
import { dayFromCalendar, existingDay, type Day } from "../../values/plain-date";

export function today(clock: Date = new Date()): Day {
  return dayFromCalendar(clock.getFullYear(), clock.getMonth() + 1, clock.getDate());
}

/** `2026-12-05` of a date input; null when it is blank or names no day of 1900 to 9999. */
export function dayFromInput(text: string): Day | null {
  const parts = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  if (parts === null) return null;
  const [year, month, dayOfMonth] = [Number(parts[1]), Number(parts[2]), Number(parts[3])];
  return year < 1900 ? null : existingDay(year, month, dayOfMonth);
}

const LOOKS_EVERY_MS = 30_000;

export interface AsOf {
  readonly day: Day;
  readonly today: Day;
  /** null: today, whatever day that is. */
  readonly choose: (day: Day | null) => void;
}

export function useAsOf(): AsOf {
  const [now, setNow] = useState(() => today());
  const [chosen, setChosen] = useState<Day | null>(null);
  useEffect(() => {
    const look = (): void => setNow(today());
    const timer = setInterval(look, LOOKS_EVERY_MS);
    // A pane that slept through midnight looks at once when it is seen again.
    document.addEventListener("visibilitychange", look);
    return () => {
      clearInterval(timer);
      document.removeEventListener("visibilitychange", look);
    };
  }, []);
  return { day: chosen ?? now, today: now, choose: (day) => setChosen(day === now ? null : day) };
}
