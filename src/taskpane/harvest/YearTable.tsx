/** The year before and after the planned sales, short and long, in whole dollars. */
import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { wholeDollars } from "../charts/formats";
import type { YearTax } from "./harvest-view";
import { taxRows } from "./worth-sentences";
import type { ByTerm, YearEffect } from "./year-effect";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums", marginTop: tokens.spacingVerticalS },
  cell: { padding: `${tokens.spacingVerticalXXS} 0 ${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalS}`, textAlign: "right", fontWeight: tokens.fontWeightRegular },
  head: { color: tokens.colorNeutralForeground2 },
  name: { textAlign: "left", paddingLeft: 0 },
  apart: { paddingTop: tokens.spacingVerticalS },
  result: { fontWeight: tokens.fontWeightSemibold, borderTop: `1px solid ${tokens.colorNeutralStroke1}` },
});

interface YearTableProps {
  readonly effect: YearEffect;
  readonly year: number;
  /** null: it cannot be told. */
  readonly tax: YearTax | null;
}

export function YearTable({ effect, year, tax }: YearTableProps): ReactElement {
  const styles = useStyles();
  const { soFar, carriedIn, sales, result } = effect;
  const carries = carriedIn.shortCents !== 0 || carriedIn.longCents !== 0;
  const rows: readonly (readonly [string, ByTerm])[] = [["So far", soFar], ...(carries ? [["Carried in", carriedIn] as const] : []), ["These sales", sales], ["Result", result]];
  return (
    <table className={styles.table} aria-label={`The year ${year}, before and after these sales`}>
      <thead>
        <tr>
          {[String(year), "Short", "Long", "Total"].map((heading, index) => (
            <th key={heading} scope="col" className={mergeClasses(styles.cell, styles.head, index === 0 && styles.name)}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(([name, { shortCents, longCents }]) => {
          const cell = mergeClasses(styles.cell, name === "Result" && styles.result);
          return (
            <tr key={name}>
              <th scope="row" className={mergeClasses(cell, styles.name)}>
                {name}
              </th>
              {[shortCents, longCents, shortCents + longCents].map((cents, index) => (
                <td key={index} className={cell}>
                  {dollars(cents)}
                </td>
              ))}
            </tr>
          );
        })}
        {(tax === null ? [] : taxRows(tax)).map(([name, cents], index) => {
          const cell = mergeClasses(styles.cell, index === 0 && styles.apart);
          return (
            <tr key={name}>
              <th scope="row" colSpan={3} className={mergeClasses(cell, styles.name)}>
                {name}
              </th>
              <td className={cell}>{dollars(cents)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** `$0` where a summary has nothing to say. */
function dollars(cents: number): string {
  return cents === 0 ? "$0" : wholeDollars(cents);
}
