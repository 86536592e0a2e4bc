/** The command line of `npm start`. */
import { ACCOUNT_TYPES } from "../../src/sheet/setting-names";
import { existingDay } from "../../src/values/plain-date";

export interface Options {
  /** None: the sample workbook. One: the file to open. Several: files of brokers, which the pane imports into a new workbook. */
  readonly files: readonly string[];
  readonly headless: boolean;
  /** Where a headless run writes. */
  readonly outFolder: string;
  /** null: any free port. */
  readonly port: number | null;
  /** Day a headless run has the pane look at, as `2025-12-05`; null: today, and for the sample its own day. */
  readonly asOf: string | null;
  /** Year of the accountant's copy of a headless run; null: as the pane has it. */
  readonly year: number | null;
  /** Types of accounts that their names do not tell, for an import without a window. */
  readonly accounts: readonly AccountDeclared[];
}

export interface AccountDeclared {
  readonly name: string;
  readonly type: string;
}

/** A command that cannot be understood or done. The message is for the person who typed it. */
export class CommandProblem extends Error {}

export const USAGE = `npm start                                   opens the sample workbook in a browser window
npm start FILE                              opens an .xlsx or .csv file
npm start FILE FILE …                       imports the files of several brokers into a new workbook
npm start -- --headless --out DIR [FILE …]  runs without a window and writes the result into DIR
            --as-of 2025-12-05              the day the pane looks at in such a run; otherwise today
            --year 2025                     the year of the accountant's copy that it makes of several files
            --account NAME=IRA              the type of an account whose name does not tell it; once for each
            --port N                        serves on port N`;

export function readOptions(args: readonly string[]): Options {
  const files: string[] = [];
  let headless = false;
  let outFolder: string | null = null;
  let port: number | null = null;
  let asOf: string | null = null;
  let year: number | null = null;
  const accounts: AccountDeclared[] = [];
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === "--headless") headless = true;
    else if (arg === "--out") outFolder = valueAfter(arg, rest);
    else if (arg === "--as-of") asOf = dayFrom(valueAfter(arg, rest));
    else if (arg === "--year") year = yearFrom(valueAfter(arg, rest));
    else if (arg === "--account") accounts.push(accountFrom(valueAfter(arg, rest)));
    else if (arg === "--port") port = portFrom(valueAfter(arg, rest));
    else if (arg.startsWith("--")) throw new CommandProblem(`Unknown option ${arg}.\n\n${USAGE}`);
    else if (files.includes(arg)) throw new CommandProblem(`${arg} is named twice.`);
    else files.push(arg);
  }
  if (outFolder !== null && !headless) throw new CommandProblem("--out goes with --headless.");
  if (asOf !== null && !headless) throw new CommandProblem("--as-of goes with --headless. In a window, type the day into the pane.");
  const makesCopy = headless && files.length > 1;
  if (year !== null && !makesCopy) throw new CommandProblem("--year goes with --headless and the files of several brokers.");
  if (accounts.length > 0 && !makesCopy) throw new CommandProblem("--account goes with --headless and the files of several brokers. In a window, choose the type on Settings.");
  return { files, headless, outFolder: outFolder ?? "out", port, asOf, year, accounts };
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

function yearFrom(text: string): number {
  if (!/^(19|20)\d\d$/.test(text)) throw new CommandProblem(`${text} is not a year such as 2025.`);
  return Number(text);
}

/** `44556677=IRA` */
function accountFrom(text: string): AccountDeclared {
  const at = text.lastIndexOf("=");
  const [name, type] = [text.slice(0, at).trim(), text.slice(at + 1).trim()];
  const known = ACCOUNT_TYPES.find((word) => word.toLowerCase() === type.toLowerCase());
  if (at < 1 || name === "" || known === undefined) {
    throw new CommandProblem(`${text} is not an account and its type, such as 44556677=IRA. The types are ${ACCOUNT_TYPES.join(", ")}.`);
  }
  return { name, type: known };
}

function portFrom(text: string): number {
  const port = Number(text);
  if (!Number.isInteger(port) || port < 1 || port > 65535) throw new CommandProblem(`${text} is not a port number.`);
  return port;
}
