/** The command line of `npm start`. */
import { existingDay } from "../../src/values/plain-date";

export interface Options {
  /** The file to open; null: the sample workbook. */
  readonly file: string | null;
  readonly headless: boolean;
  /** Where a headless run writes. */
  readonly outFolder: string;
  /** null: any free port. */
  readonly port: number | null;
  /** Day a headless run has the pane look at, as `2025-12-05`; null: today, and for the sample its own day. */
  readonly asOf: string | null;
}

/** A command that cannot be understood or done. The message is for the person who typed it. */
export class CommandProblem extends Error {}

export const USAGE = `npm start                                   opens the sample workbook in a browser window
npm start FILE                              opens an .xlsx or .csv file
npm start -- --headless --out DIR [FILE]    runs without a window and writes the result into DIR
            --as-of 2025-12-05              the day the pane looks at in such a run; otherwise today
            --port N                        serves on port N`;

export function readOptions(args: readonly string[]): Options {
  let file: string | null = null;
  let headless = false;
  let outFolder: string | null = null;
  let port: number | null = null;
  let asOf: string | null = null;
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--headless") headless = true;
    else if (arg === "--out") outFolder = valueAfter(arg, rest);
    else if (arg === "--as-of") asOf = dayFrom(valueAfter(arg, rest));
    else if (arg === "--port") port = portFrom(valueAfter(arg, rest));
    else if (arg.startsWith("--")) throw new CommandProblem(`Unknown option ${arg}.\n\n${USAGE}`);
    else if (file !== null) throw new CommandProblem(`One file at a time: ${file} or ${arg}?\n\n${USAGE}`);
    else file = arg;
  }
  if (outFolder !== null && !headless) throw new CommandProblem("--out goes with --headless.");
  if (asOf !== null && !headless) throw new CommandProblem("--as-of goes with --headless. In a window, type the day into the pane.");
  return { file, headless, outFolder: outFolder ?? "out", port, asOf };
}

function valueAfter(option: string, rest: string[]): string {
  const value = rest.shift();
  if (value === undefined || value.startsWith("--")) throw new CommandProblem(`${option} needs a value.\n\n${USAGE}`);
  return value;
}

function dayFrom(text: string): string {
  const [year, month, dayOfMonth] = text.split("-").map(Number);
  const exists = /^\d{4}-\d{2}-\d{2}$/.test(text) && existingDay(year!, month!, dayOfMonth!) !== null;
  if (!exists) throw new CommandProblem(`${text} is not a day such as 2025-12-05.`);
  return text;
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new CommandProblem(`${text} is not a port number.`);
  return port;
}
