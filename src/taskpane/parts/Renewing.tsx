/** While an older answer stays on the screen: after half a second, how the newer one gets on, and Cancel. */
import { useEffect, useState, type ReactElement } from "react";
import type { Answered, Question, Renewal } from "../engine/contract";
import { Working } from "../Working";

const LATE_AFTER_MS = 500;

export function Renewing({ answered }: { readonly answered: Answered<Question> | null }): ReactElement | null {
  if (answered?.state !== "answered" || !answered.renewing || answered.renewal === undefined) return null;
  return <Late renewal={answered.renewal} />;
}

function Late({ renewal }: { readonly renewal: Renewal }): ReactElement | null {
  const [isLate, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), LATE_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return isLate ? <Working reading={renewal} onCancel={renewal.cancel} cancelAtOnce /> : null;
}
