/** Which lots are shown and how they are ordered: one line of fields, two where the pane is narrow. */
import { Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { LotsFilter, LotsSort } from "./sort-lots";

const useStyles = makeStyles({
  controls: {
    display: "grid",
    gridTemplateColumns: "repeat(6, minmax(0, 1fr))",
    gap: tokens.spacingHorizontalXS,
    marginTop: tokens.spacingVerticalM,
  },
  half: { gridColumn: "span 3" },
  third: { gridColumn: "span 2" },
  field: { minWidth: 0, width: "100%" },
});

interface LotsControlsProps {
  readonly accounts: readonly string[];
  readonly filter: LotsFilter;
  readonly onFilter: (filter: LotsFilter) => void;
  readonly sort: LotsSort;
  readonly onSort: (sort: LotsSort) => void;
}

export function LotsControls({ accounts, filter, onFilter, sort, onSort }: LotsControlsProps): ReactElement {
  const styles = useStyles();
  return (
    <div className={styles.controls} role="group" aria-label="Lots shown">
      <div className={styles.half}>
        <Input
          size="small"
          className={styles.field}
          type="search"
          placeholder="Symbol"
          aria-label="Symbol contains"
          data-testid="lots-symbol"
          value={filter.symbol}
          onChange={(_, { value }) => onFilter({ ...filter, symbol: value })}
        />
      </div>
      <div className={styles.half}>
        <Select size="small" className={styles.field} aria-label="Order" data-testid="lots-sort" value={sort} onChange={(_, { value }) => onSort(value as LotsSort)}>
          <option value="symbol">By symbol</option>
          <option value="gain">Largest loss first</option>
          <option value="daysToLongTerm">Long-term soonest</option>
          <option value="acquired">Oldest first</option>
        </Select>
      </div>
      <div className={styles.third}>
        <Select size="small" className={styles.field} aria-label="Gain or loss" data-testid="lots-result" value={filter.result} onChange={(_, { value }) => onFilter({ ...filter, result: value as LotsFilter["result"] })}>
          <option value="any">Result</option>
          <option value="loss">Losses</option>
          <option value="gain">Gains</option>
        </Select>
      </div>
      <div className={styles.third}>
        <Select size="small" className={styles.field} aria-label="Term" data-testid="lots-term" value={filter.term} onChange={(_, { value }) => onFilter({ ...filter, term: value as LotsFilter["term"] })}>
          <option value="any">Term</option>
          <option value="Short">Short</option>
          <option value="Long">Long</option>
        </Select>
      </div>
      <div className={styles.third}>
        <Select
          size="small"
          className={styles.field}
          aria-label="Account"
          data-testid="lots-account"
          value={filter.account ?? ""}
          onChange={(_, { value }) => onFilter({ ...filter, account: value === "" ? null : value })}
        >
          <option value="">Account</option>
          {accounts.map((account) => (
            <option key={account} value={account}>
              {account}
            </option>
          ))}
        </Select>
      </div>
    </div>
  );
}
