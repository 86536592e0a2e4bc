/** The candidates, best first; of many the first ten, then more on a button. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useMemo, useState, type ReactElement } from "react";
import type { HarvestLot, HarvestPlan } from "../../harvest/harvest-types";
import type { Day } from "../../values/plain-date";
import { count } from "../sentences";
import { Candidate, type CandidateActs } from "./Candidate";
import type { Ticks } from "./ticks";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalM} 0 0`, padding: 0, borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  more: { marginTop: tokens.spacingVerticalS },
});

export const SHOWN_AT_FIRST = 10;
const MORE = 40;

interface CandidateListProps {
  readonly lots: readonly HarvestLot[];
  readonly ticks: Ticks;
  /** Of the ticked ones; null: none yet. */
  readonly plan: HarvestPlan | null;
  readonly partners: ReadonlyMap<string, string>;
  readonly asOf: Day;
  readonly acts: CandidateActs;
}

export function CandidateList({ lots, ticks, plan, partners, asOf, acts }: CandidateListProps): ReactElement | null {
  const styles = useStyles();
  const [shown, setShown] = useState(SHOWN_AT_FIRST);
  const planned = useMemo(() => new Map(plan?.sales.map((sale) => [sale.key, sale])), [plan]);
  const rest = lots.length - shown;
  if (lots.length === 0) return null;
  return (
    <>
      <ol className={styles.list} aria-label="Lots that could be sold at a loss, best first">
        {lots.slice(0, shown).map((lot) => (
          <Candidate key={lot.key} lot={lot} tick={ticks.get(lot.key)} planned={planned.get(lot.key)} partner={partners.get(lot.symbol) ?? ""} asOf={asOf} acts={acts} />
        ))}
      </ol>
      {rest > 0 && (
        <Button size="small" className={styles.more} onClick={() => setShown(shown + MORE)}>
          Show {count(Math.min(rest, MORE), "more lot")}
          {rest > MORE ? ` of ${rest}` : ""}
        </Button>
      )}
    </>
  );
}
