/** A file of no known layout: what each of its columns is, guessed where its heading tells. */
import { Button, Field, Input, makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import { IMPORTED_HEADINGS, type ColumnMapping, type ImportedHeading, type UnknownLayout } from "../../import/import-types";
import { columnsGuessed, missingIn } from "./columns-named";

const useStyles = makeStyles({
  form: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS, alignItems: "stretch" },
  table: { borderCollapse: "collapse", width: "100%", tableLayout: "fixed" },
  heading: { textAlign: "left", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0` },
  cell: { textAlign: "left", verticalAlign: "top", fontWeight: tokens.fontWeightRegular, padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0` },
  sample: { display: "block", color: tokens.colorNeutralForeground2, overflow: "hidden", textOverflow: "ellipsis", whiteSpace: "nowrap" },
  choice: { minWidth: 0, width: "100%", "& > select": { minWidth: 0 } },
  read: { alignSelf: "flex-start" },
});

interface ColumnsFormProps {
  readonly layout: UnknownLayout;
  /** As they were named before; null: not yet. */
  readonly columns: ColumnMapping | null;
  readonly onColumns: (columns: ColumnMapping) => void;
}

export function ColumnsForm({ layout, columns, onColumns }: ColumnsFormProps): ReactElement {
  const styles = useStyles();
  const [named, setNamed] = useState<readonly (ImportedHeading | null)[]>(() => columns?.columns ?? columnsGuessed(layout));
  const [account, setAccount] = useState(columns?.account ?? "");
  const missing = missingIn(named);
  const choose = (at: number, word: string): void => {
    const heading = IMPORTED_HEADINGS.find((known) => known === word) ?? null;
    // A heading stands for one column: the one chosen last.
    setNamed((now) => now.map((before, index) => (index === at ? heading : heading !== null && before === heading ? null : before)));
  };
  return (
    <div className={styles.form} data-testid="import-columns">
      <Text size={200}>This layout is not known. Say what its columns are; it is remembered in this workbook.</Text>
      <table className={styles.table} aria-label={`Columns of ${layout.name}`}>
        <thead>
          <tr>
            <th scope="col" className={styles.heading}>
              Column
            </th>
            <th scope="col" className={styles.heading}>
              Is
            </th>
          </tr>
        </thead>
        <tbody>
          {layout.headings.map((heading, at) => (
            <tr key={at}>
              <th scope="row" className={styles.cell}>
                {heading === "" ? `Column ${at + 1}` : heading}
                <Text size={200} className={styles.sample}>
                  {sampleOf(layout, at)}
                </Text>
              </th>
              <td className={styles.cell}>
                <Select size="small" className={styles.choice} aria-label={`What ${heading === "" ? `column ${at + 1}` : heading} is`} value={named[at] ?? ""} onChange={(_, { value }) => choose(at, value)}>
                  <option value="">left alone</option>
                  {IMPORTED_HEADINGS.map((known) => (
                    <option key={known} value={known}>
                      {known}
                    </option>
                  ))}
                </Select>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {!named.includes("Account") && (
        <Field label="Account of every row" size="small">
          <Input size="small" value={account} data-testid="import-columns-account" onChange={(_, { value }) => setAccount(value)} />
        </Field>
      )}
      {missing !== null && (
        <Text size={200} role="status">
          {missing}
        </Text>
      )}
      <Button
        className={styles.read}
        size="small"
        data-testid="import-columns-read"
        disabledFocusable={missing !== null}
        onClick={() => missing === null && onColumns({ fingerprint: layout.fingerprint, columns: named, account: account.trim() === "" ? null : account.trim() })}
      >
        Read it so
      </Button>
    </div>
  );
}

/** The first cells of the column that say something. */
function sampleOf({ sample }: UnknownLayout, at: number): string {
  const filled = sample.map((row) => (row[at] ?? "").trim()).filter((cell) => cell !== "");
  return filled.length === 0 ? "blank" : filled.slice(0, 2).join(" · ");
}
