/**
 * Lines of A beside those of B, and B less A. In a narrow pane the figures stand under their label, so that cents and
 * large amounts have room; the roles keep it a table for screen readers either way.
 */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { CSSProperties, ReactElement } from "react";
import { money, signedMoney } from "../charts/formats";
import type { ComparedLine } from "./compared-lines";

const WIDE = "@media (min-width: 440px)";

const useStyles = makeStyles({
  table: { display: "block", width: "100%", marginTop: tokens.spacingVerticalXS, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  rows: { display: "block" },
  row: { display: "grid", columnGap: tokens.spacingHorizontalS, padding: `${tokens.spacingVerticalXXS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  one: { gridTemplateColumns: "minmax(0, 1fr) max-content" },
  two: {
    gridTemplateColumns: "repeat(3, minmax(0, 1fr))",
    [WIDE]: { gridTemplateColumns: "minmax(0, 1fr) repeat(3, var(--figures))" },
  },
  label: { padding: 0, textAlign: "left", fontWeight: tokens.fontWeightRegular },
  above: { gridColumn: "1 / -1", [WIDE]: { gridColumn: "auto" } },
  blank: { display: "none", [WIDE]: { display: "block" } },
  line: { color: tokens.colorNeutralForeground2, marginLeft: tokens.spacingHorizontalXS, whiteSpace: "nowrap" },
  cents: { padding: 0, textAlign: "right", whiteSpace: "nowrap" },
  head: { fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2 },
  sum: { fontWeight: tokens.fontWeightSemibold },
});

/** Every row is a grid of its own, so the columns of figures are as wide as the longest of them, sign included. */
function figureWidth(lines: readonly ComparedLine[]): CSSProperties {
  const longest = Math.max(...lines.flatMap(({ aCents, bCents }) => [aCents, bCents].map((cents) => figure(cents).length)), LEAST_LETTERS);
  return { "--figures": `${longest + 1}ch` } as CSSProperties;
}

const LEAST_LETTERS = 10;

interface ComparedTableProps {
  readonly label: string;
  readonly lines: readonly ComparedLine[];
  readonly oneColumn: boolean;
  readonly testId: string;
}

export function ComparedTable({ label, lines, oneColumn, testId }: ComparedTableProps): ReactElement {
  const styles = useStyles();
  const row = mergeClasses(styles.row, oneColumn ? styles.one : styles.two);
  const cents = mergeClasses(styles.cents, styles.head);
  return (
    <table role="table" className={styles.table} style={figureWidth(lines)} aria-label={label} data-testid={testId}>
      {!oneColumn && (
        <thead role="rowgroup" className={styles.rows}>
          <tr role="row" className={row}>
            <td role="cell" className={styles.blank} />
            {["A", "B", "B − A"].map((heading) => (
              <th key={heading} role="columnheader" scope="col" className={cents}>
                {heading}
              </th>
            ))}
          </tr>
        </thead>
      )}
      <tbody role="rowgroup" className={styles.rows}>
        {lines.map((line) => (
          <LineRow key={`${line.line} ${line.label}`} line={line} oneColumn={oneColumn} row={row} />
        ))}
      </tbody>
    </table>
  );
}

function LineRow({ line, oneColumn, row }: { readonly line: ComparedLine; readonly oneColumn: boolean; readonly row: string }): ReactElement {
  const styles = useStyles();
  const { aCents, bCents, isSum, inDollars = false } = line;
  const strong = isSum && styles.sum;
  const change = aCents === null || bCents === null ? null : bCents - aCents;
  const texts = oneColumn ? [figure(aCents)] : [figure(aCents), figure(bCents), change === null ? DASH : signedMoney(change)];
  const figures = inDollars ? texts.map((text) => text.replace(/\.00$/, "")) : texts;
  return (
    <tr role="row" className={row}>
      <th role="rowheader" scope="row" className={mergeClasses(styles.label, !oneColumn && styles.above, strong)}>
        {line.label}
        {line.line !== "" && <span className={styles.line}>{line.line}</span>}
      </th>
      {figures.map((text, at) => (
        <td key={at} role="cell" className={mergeClasses(styles.cents, strong)}>
          {text}
        </td>
      ))}
    </tr>
  );
}

/** Not a minus: nothing is known. */
const DASH = "n/a";

function figure(cents: number | null): string {
  return cents === null ? DASH : money(cents);
}
