/** Lines that need the user: where, as they stand in the file, what is wrong, and the row that would be written. */
import { Button, Checkbox, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { sourceOf } from "../../import/combine";
import { IMPORTED_HEADINGS, type FileRead, type ImportedCells, type ImportedHeading, type UndecidedLine } from "../../import/import-types";
import { count, joined } from "../sentences";
import type { AcceptedRows } from "./import-request";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalS} 0 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM },
  line: { borderLeft: `3px solid ${tokens.colorPaletteYellowBorder2}`, paddingLeft: tokens.spacingHorizontalS, display: "flex", flexDirection: "column" },
  text: { color: tokens.colorNeutralForeground2, overflowWrap: "anywhere" },
  fields: { display: "grid", gridTemplateColumns: "repeat(auto-fill, minmax(110px, 1fr))", gap: tokens.spacingHorizontalS },
  input: { minWidth: 0, width: "100%" },
  more: { alignSelf: "flex-start", marginTop: tokens.spacingVerticalS },
});

const SHOWN_AT_FIRST = 5;
const SHOWN_MORE = 200;

interface UndecidedListProps {
  readonly file: FileRead;
  readonly undecided: readonly UndecidedLine[];
  readonly accepted: AcceptedRows;
  readonly onAccept: (source: string, cells: ImportedCells | null) => void;
}

export function UndecidedList({ file, undecided, accepted, onAccept }: UndecidedListProps): ReactElement | null {
  const styles = useStyles();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  if (undecided.length === 0) return null;
  const rest = undecided.length - shown;
  return (
    <>
      <ul className={styles.list} aria-label={`Lines of ${file.name} that need you`}>
        {undecided.slice(0, shown).map((line) => {
          const source = sourceOf(file, line.line);
          return <UndecidedItem key={source} line={line} file={file} cells={accepted.get(source) ?? null} onAccept={(cells) => onAccept(source, cells)} />;
        })}
      </ul>
      {rest > 0 && (
        <Button className={styles.more} size="small" onClick={() => setShown((now) => now + SHOWN_MORE)}>
          Show {count(Math.min(rest, SHOWN_MORE), "more line")}
        </Button>
      )}
    </>
  );
}

interface UndecidedItemProps {
  readonly line: UndecidedLine;
  readonly file: FileRead;
  /** As it is to be written; null: it is not. */
  readonly cells: ImportedCells | null;
  readonly onAccept: (cells: ImportedCells | null) => void;
}

function UndecidedItem({ line: { line, text, sentence, draft }, file, cells, onAccept }: UndecidedItemProps): ReactElement {
  const styles = useStyles();
  const begun: ImportedCells = draft ?? (file.accounts[0] === undefined ? {} : { Account: file.accounts[0] });
  const blanks = NEEDED.filter((heading) => (cells?.[heading] ?? "").trim() === "");
  return (
    <li className={styles.line} data-testid="import-undecided">
      <Text>
        <Text weight="semibold">Line {line}:</Text> {sentence}
      </Text>
      <Text size={200} font="monospace" className={styles.text}>
        {text}
      </Text>
      {file.kind === "trades" && (
        <Checkbox label={draft === null ? `Write a row for line ${line}` : `Write line ${line} as below`} checked={cells !== null} onChange={(_, { checked }) => onAccept(checked === true ? begun : null)} />
      )}
      {cells !== null && (
        <div className={styles.fields}>
          {headingsToFill(begun).map((heading) => (
            <Field key={heading} label={heading} size="small">
              <Input size="small" className={styles.input} value={cells[heading] ?? ""} onChange={(_, { value }) => onAccept({ ...cells, [heading]: value })} />
            </Field>
          ))}
        </div>
      )}
      {cells !== null && blanks.length > 0 && (
        <Text size={200} role="status">{`${joined(blanks)} ${blanks.length === 1 ? "is" : "are"} blank: the row is written so, and Data will ask for ${blanks.length === 1 ? "it" : "them"}.`}</Text>
      )}
    </li>
  );
}

const NEEDED: readonly ImportedHeading[] = ["Date", "Action", "Symbol", "Quantity"];
const ALWAYS: ReadonlySet<ImportedHeading> = new Set(["Date", "Action", "Symbol", "Quantity", "Price", "Fees", "Amount", "Account"]);

/** What a trade needs, and whatever else the line states. */
function headingsToFill(draft: ImportedCells): readonly ImportedHeading[] {
  return IMPORTED_HEADINGS.filter((heading) => ALWAYS.has(heading) || draft[heading] !== undefined);
}
