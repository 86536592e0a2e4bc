/** Says on Settings which accounts are an IRA and the like, as the one who knows them would. */
import type { Frame } from "playwright-core";
import { typeByName } from "../../src/rules/accounts";
import { parseAddress } from "../addresses";
import { isCellError, type CellContent, type WorkbookContent } from "../content";
import type { FileOnDisk } from "./open-file";
import { CommandProblem, type AccountDeclared } from "./options";
import { pressPrimary } from "./pane-job";
import { goTo } from "./pane-screens";

const READ_WITHIN_MS = 120_000;

/**
 * What the command says of accounts; of a file whose own name says IRA, Roth or 401(k), the accounts of its trades that do not
 * say it themselves.
 */
export function accountsToDeclare(content: WorkbookContent, files: readonly FileOnDisk[], said: readonly AccountDeclared[]): readonly AccountDeclared[] {
  const told = new Set(said.map(({ name }) => name.toUpperCase()));
  const byFile = files.flatMap(({ name }): AccountDeclared[] => {
    const type = typeByName(name.replace(/[_\W]+/g, " "));
    return type === null ? [] : accountsOf(content, name).filter((account) => typeByName(account) === null && !told.has(account.toUpperCase())).map((account) => ({ name: account, type }));
  });
  return [...said, ...byFile];
}

/** Accounts of the rows of the Trades table that came from a file, by its columns Account and Source. */
function accountsOf(content: WorkbookContent, file: string): readonly string[] {
  const accounts = new Set<string>();
  for (const { rows, tables } of content.sheets) {
    for (const { row: top, column: left, columns, rows: height } of tables.flatMap(({ range }) => parseAddress(range)?.block ?? [])) {
      const headings = Array.from({ length: columns }, (_, at) => textOf(rows[top]?.[left + at]));
      const [account, source] = [headings.indexOf("Account"), headings.indexOf("Source")];
      if (account < 0 || source < 0) continue;
      for (let row = top + 1; row < top + height; row++) {
        if (textOf(rows[row]?.[left + source]).startsWith(`${file}:`)) accounts.add(textOf(rows[row]?.[left + account]));
      }
    }
  }
  return [...accounts];
}

function textOf(cell: CellContent | undefined): string {
  return cell?.value === undefined || isCellError(cell.value) ? "" : String(cell.value);
}

export async function declareAccounts(pane: Frame, accounts: readonly AccountDeclared[], say: (line: string) => void): Promise<void> {
  if (accounts.length === 0) return;
  await goTo(pane, "settings");
  for (const { name, type } of accounts) {
    const choice = pane.getByLabel(`Type of ${name}`, { exact: true });
    await choice.waitFor({ timeout: READ_WITHIN_MS }).catch(() => {
      throw new CommandProblem(`No trade is in an account named ${name}.`);
    });
    await choice.selectOption(type);
    say(`Account ${name} is declared: ${type}.`);
  }
  say(`The pane says: ${await pressPrimary(pane, "the settings")}`);
}
