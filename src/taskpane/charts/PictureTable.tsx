/** The facts of a picture as a table; of a long one the first rows, and how many more there are. */
import { makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { count } from "../sentences";
import type { PictureTableShown } from "./Picture";

const ROWS_AT_MOST = 200;

const useStyles = makeStyles({
  scroll: { overflowX: "auto", maxHeight: "320px", overflowY: "auto", border: `1px solid ${tokens.colorNeutralStroke2}`, borderRadius: tokens.borderRadiusMedium },
  table: { borderCollapse: "collapse", width: "100%", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  cell: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, textAlign: "left", whiteSpace: "nowrap", borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  heading: { fontWeight: tokens.fontWeightSemibold, position: "sticky", top: 0, backgroundColor: tokens.colorNeutralBackground2 },
  figure: { textAlign: "right", fontVariantNumeric: "tabular-nums" },
});

export function PictureTable({ title, table }: { readonly title: string; readonly table: PictureTableShown }): ReactElement {
  const styles = useStyles();
  const { columns, rows } = table;
  const isFigure = (column: number): boolean => (table.figures === undefined ? column > 0 : table.figures.includes(column));
  const cell = (column: number, more?: string): string => mergeClasses(styles.cell, isFigure(column) && styles.figure, more);
  return (
    <>
      {/* A region that scrolls takes the keyboard, or its end could not be reached. */}
      <div className={styles.scroll} role="region" aria-label={`${title}, as a table`} tabIndex={0}>
        <table className={styles.table}>
          <thead>
            <tr>
              {columns.map((column, index) => (
                <th key={column} scope="col" className={cell(index, styles.heading)}>
                  {column}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, ROWS_AT_MOST).map((row, index) => (
              <tr key={index}>
                {row.map((text, column) => (
                  <td key={column} className={cell(column)}>
                    {text}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {rows.length > ROWS_AT_MOST && <Text size={200}>And {count(rows.length - ROWS_AT_MOST, "more row")}.</Text>}
    </>
  );
}
