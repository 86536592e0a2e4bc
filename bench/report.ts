/** The results as Markdown: ratios first, for milliseconds say more of the machine than of the code. */
import { ratioOf } from "./measure";
import { PROFILE_NOTES } from "./profiles";
import type { Result } from "./scenario";

const COLUMNS = [
  "profile",
  "method",
  "rows",
  "pieces",
  "washes",
  "engine ms (quartiles)",
  "of it columns",
  "ns a piece",
  "÷ JSON.parse",
  "÷ raw double",
  "÷ floor",
  "decimal twin ÷ engine",
  "checksum",
];

export function ratio(result: Result, over: string, under: string): number {
  const [left, right] = [result.times.get(over), result.times.get(under)];
  return left === undefined || right === undefined ? NaN : ratioOf(left, right);
}

export function heading(): string {
  return `| ${COLUMNS.join(" | ")} |\n|${COLUMNS.map(() => "---").join("|")}|`;
}

export function line(result: Result): string {
  const engine = result.times.get("engine");
  const cells = [
    result.profile,
    result.method,
    result.rows.toLocaleString("en-US"),
    result.pieces.toLocaleString("en-US"),
    result.washes.toLocaleString("en-US"),
    `${shown(engine?.median)} (${shown(engine?.lower)} to ${shown(engine?.upper)})`,
    `${shown(result.times.get("columns")?.median)}`,
    shown(((engine?.median ?? NaN) * 1e6) / result.pieces),
    ratio(result, "engine", "parse").toFixed(2),
    ratio(result, "engine", "raw").toFixed(2),
    shown(ratio(result, "engine", "floor")),
    result.twinRounds === 0 ? "not run" : `${shown(ratio(result, "twin", "engine"))}×`,
    result.checksum,
  ];
  return `| ${cells.join(" | ")} |`;
}

export function profileNotes(results: readonly Result[]): string {
  return [...new Set(results.map(({ profile }) => profile))].map((profile) => `- ${profile}: ${PROFILE_NOTES[profile]}`).join("\n");
}

/** The aims at 100,000 trades, light, FIFO, beside what was measured. */
export function aims(results: readonly Result[]): string {
  const hundred = results.find(({ profile, method, rows }) => profile === "light" && method === "FIFO" && rows === 100000);
  if (hundred === undefined) return "The aims are set at 100,000 trades, which this run left out.";
  const one = (what: string, value: number, aim: number, atMost: boolean) =>
    `| ${what} | ${value.toFixed(2)} | ${atMost ? "at most" : "at least"} ${aim} | ${(atMost ? value <= aim : value >= aim) ? "met" : "missed"} |`;
  return [
    "| 100,000 trades, light, FIFO | measured | aim | |",
    "|---|---|---|---|",
    one("columns + sort + book ÷ one JSON.parse of the range", ratio(hundred, "engine", "parse"), 0.6, true),
    one("engine ÷ raw-double twin", ratio(hundred, "engine", "raw"), 1.2, true),
    one("decimal twin ÷ engine", ratio(hundred, "twin", "engine"), 40, false),
  ].join("\n");
}

/** How the time grows with the rows: 1 is in proportion. */
export function growth(results: readonly Result[]): string {
  const light = results.filter(({ profile, method }) => profile === "light" && method === "FIFO").sort((a, b) => a.rows - b.rows);
  const steps = light.slice(1).map((larger, index) => {
    const smaller = light[index] as Result;
    const time = Math.log((larger.times.get("engine")?.median ?? NaN) / (smaller.times.get("engine")?.median ?? NaN));
    const exponent = time / Math.log(larger.rows / smaller.rows);
    return `${smaller.rows.toLocaleString("en-US")} to ${larger.rows.toLocaleString("en-US")}: ${exponent.toFixed(2)}`;
  });
  return steps.length === 0 ? "" : `Growth exponent of the engine (light, FIFO): ${steps.join("; ")}.`;
}

function shown(value: number | undefined): string {
  if (value === undefined || Number.isNaN(value)) return "";
  return value >= 100 ? Math.round(value).toLocaleString("en-US") : value.toFixed(value >= 10 ? 1 : 2);
}
