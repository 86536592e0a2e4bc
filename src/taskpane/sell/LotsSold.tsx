/** The lots that are sold, in order; and, where the user names them one by one, every lot held with a field for its shares. */
import { Input, makeStyles, mergeClasses, Text, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";
import { date, money, quantity } from "../charts/formats";
import { Amount } from "../parts/Amount";
import { RowLink } from "../parts/RowLink";
import { sumLine, type LotsNamed } from "./sale-fields";
import type { HeldLot, SellView, SoldLot } from "./sell-view";

const useStyles = makeStyles({
  table: { width: "100%", borderCollapse: "collapse", fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, fontVariantNumeric: "tabular-nums" },
  heading: { textAlign: "left", fontWeight: tokens.fontWeightSemibold, padding: `${tokens.spacingVerticalXXS} 0`, borderBottom: `1px solid ${tokens.colorNeutralStroke1}`, verticalAlign: "bottom" },
  cell: { textAlign: "left", fontWeight: tokens.fontWeightRegular, padding: `${tokens.spacingVerticalXS} 0 0`, verticalAlign: "top" },
  figure: { textAlign: "right", paddingLeft: tokens.spacingHorizontalS, whiteSpace: "nowrap" },
  note: { padding: `0 0 ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2, borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  together: { whiteSpace: "nowrap" },
  /** Two short lines leave the lot its room. */
  washed: { whiteSpace: "normal" },
  quiet: { display: "block", color: tokens.colorNeutralForeground2 },
  shares: { width: "76px", minWidth: 0 },
  sharesText: { textAlign: "right", minWidth: 0 },
  says: { color: tokens.colorPaletteRedForeground1, whiteSpace: "normal" },
  sum: { display: "block", marginTop: tokens.spacingVerticalXS },
});

interface LotsSoldProps {
  readonly view: SellView;
  readonly onSelectRow: (row: number) => void;
}

export function LotsSold({ view: { chosen }, onSelectRow }: LotsSoldProps): ReactElement {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label="Lots sold" data-testid="lots-sold">
      <Headings last={["Shares", "Basis", "Gain"]} />
      {chosen.lots.map((lot) => (
        <tbody key={`${lot.key} ${lot.account}`}>
          <tr>
            <LotName lot={lot} onSelectRow={onSelectRow} />
            <td className={mergeClasses(styles.cell, styles.figure)}>
              {quantity(lot.shares)}
              <span className={styles.quiet}>{lot.shares === lot.held ? "all" : `of ${quantity(lot.held)}`}</span>
            </td>
            <td className={mergeClasses(styles.cell, styles.figure)}>{money(lot.basisCents)}</td>
            <td className={mergeClasses(styles.cell, styles.figure)}>
              <GainOf lot={lot} />
            </td>
          </tr>
          <Note lot={lot} />
        </tbody>
      ))}
    </table>
  );
}

function GainOf({ lot }: { readonly lot: SoldLot | undefined }): ReactElement | null {
  const styles = useStyles();
  if (lot === undefined) return null;
  return (
    <>
      <Amount cents={lot.gainCents} />
      {lot.disallowedCents > 0 && <span className={mergeClasses(styles.quiet, styles.washed)}>{money(lot.disallowedCents)} washed</span>}
    </>
  );
}

/** The first column is the lot; figures stand to the right. */
function Headings({ last }: { readonly last: readonly string[] }): ReactElement {
  const styles = useStyles();
  return (
    <thead>
      <tr>
        <th scope="col" className={styles.heading}>
          Lot
        </th>
        {last.map((heading) => (
          <th key={heading} scope="col" className={mergeClasses(styles.heading, styles.figure)}>
            {heading}
          </th>
        ))}
      </tr>
    </thead>
  );
}

function LotName({ lot, onSelectRow }: { readonly lot: HeldLot | SoldLot; readonly onSelectRow: (row: number) => void }): ReactElement {
  const styles = useStyles();
  return (
    <th scope="row" className={styles.cell}>
      <RowLink row={lot.row} onSelectRow={onSelectRow}>
        {lot.lot}
      </RowLink>
      <span className={styles.quiet}>
        <span className={styles.together}>{date(lot.acquired)}</span> {lot.term}, {lot.account}
      </span>
    </th>
  );
}

function Note({ lot: { note } }: { readonly lot: SoldLot }): ReactElement {
  const styles = useStyles();
  return (
    <tr>
      <td className={styles.note} colSpan={4}>
        {note}
      </td>
    </tr>
  );
}

interface LotsToNameProps {
  readonly held: readonly HeldLot[];
  readonly unit: "share" | "contract";
  readonly shares: number;
  readonly typed: Readonly<Record<string, string>>;
  readonly named: LotsNamed;
  /** What the named lots come to; none until they add up. */
  readonly sold: readonly SoldLot[];
  readonly onTyped: (typed: Readonly<Record<string, string>>) => void;
  readonly onSelectRow: (row: number) => void;
}

export function LotsToName({ held, unit, shares, typed, named, sold, onTyped, onSelectRow }: LotsToNameProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <>
      <table className={styles.table} aria-label="Lots held" data-testid="lots-to-name">
        <Headings last={["Gain", "Sell"]} />
        <tbody>
          {held.map((lot) => (
            <tr key={lot.key}>
              <LotName lot={lot} onSelectRow={onSelectRow} />
              <td className={mergeClasses(styles.cell, styles.figure)}>
                <GainOf lot={sold.find(({ key }) => key === lot.key)} />
                <span className={styles.quiet}>basis {money(lot.basisCents)}</span>
              </td>
              <td className={mergeClasses(styles.cell, styles.figure)}>
                <Input
                  size="small"
                  className={styles.shares}
                  input={{ className: styles.sharesText }}
                  inputMode="decimal"
                  aria-label={`Shares of ${lot.lot} to sell`}
                  aria-describedby={`${id}-${lot.row}`}
                  aria-invalid={named.says[lot.key] !== undefined}
                  data-testid={`name-${lot.key}`}
                  value={typed[lot.key] ?? ""}
                  onChange={(_, { value }) => onTyped({ ...typed, [lot.key]: value })}
                />
                <span id={`${id}-${lot.row}`} className={mergeClasses(styles.quiet, named.says[lot.key] !== undefined && styles.says)}>
                  {named.says[lot.key] ?? `of ${quantity(lot.shares)}`}
                </span>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <Text role="status" className={styles.sum} data-testid="named-sum">
        {sumLine(named, shares, unit)}
      </Text>
    </>
  );
}
