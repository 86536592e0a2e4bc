/** What was read: counts, rows that need the user, where everything stands, headings recognized; and the tables to write. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, type ReactElement } from "react";
import { cellOf } from "../../sheet/placing/addresses";
import type { Writes } from "../frame/use-writes";
import type { ScreenAction, ScreenProps } from "../screen";
import { answerLine, buttonLabel, plannedLine } from "../sentences";
import type { TradesOnSheet } from "../use-trades";
import type { Writing } from "../use-writing";
import { ColumnsSection } from "./ColumnsSection";
import { PassSettings } from "./PassSettings";
import { priceListRows } from "./price-list-rows";
import { ProblemsSection } from "./ProblemsSection";
import { Ranges } from "./Ranges";
import { WriteSection } from "./WriteSection";
import { Written } from "./Written";

const useStyles = makeStyles({
  answer: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    fontWeight: tokens.fontWeightSemibold,
    margin: `${tokens.spacingVerticalS} 0`,
  },
});

const FILL_IN = "Wrote a list of the symbols held. Fill in their prices.";

interface DataScreenProps extends ScreenProps {
  readonly trades: TradesOnSheet;
  readonly selected: string | null;
  readonly writing: Writing;
  readonly writes: Writes;
}

export function DataScreen({ workbook, book, trades, selected, writing, writes, onSelect, setAction }: DataScreenProps): ReactElement {
  const styles = useStyles();
  const { ticked, plan, obstacle, write } = writing;
  // The frame draws this screen again for every action it is given: the same one must stay the same.
  const action = useMemo(() => actionOf({ ticked, plan, obstacle, write }), [ticked, plan, obstacle, write]);
  useEffect(() => setAction(action), [action, setAction]);

  const { said, hush } = writes;
  const allPriced = trades.prices !== null && trades.prices.without.length === 0;
  useEffect(() => {
    if (allPriced && said?.sentence === FILL_IN) hush();
  }, [allPriced, said, hush]);

  const makePriceList = (withLastTrades: boolean): void =>
    void writes.working(async () => {
      const outcome = await workbook.createPriceList(priceListRows(book.held, withLastTrades));
      if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
      trades.findPricesAgain();
      await workbook.selectBlock(cellOf(outcome.value, 0, 0));
      const sentence = withLastTrades ? "Wrote the prices of the last trades, each of its own day." : FILL_IN;
      return { intent: "success", sentence, blocks: [outcome.value] };
    });

  const useSelectedSettings = (): void =>
    void writes.working(async () => {
      const outcome = await workbook.useSelectedSettings();
      if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
      trades.findAgain();
      return { intent: "success", sentence: "The selected range now holds the settings, under the name TaxlotSettings.", blocks: [] };
    });

  return (
    <>
      <p className={styles.answer} data-testid="answer" role="status">
        {answerLine(book, trades.prices?.faults.length)}
      </p>
      <ProblemsSection book={book} prices={trades.prices} onSelect={onSelect} />
      <Ranges
        book={book}
        trades={trades}
        selected={selected}
        onSelect={onSelect}
        onSelectedSettings={useSelectedSettings}
        onMakePriceList={makePriceList}
        busy={writes.busy}
      />
      <ColumnsSection book={book} />
      <WriteSection writing={writing} book={book} />
      <PassSettings book={book} writing={writing} writes={writes} />
      <Written writes={writes} onSelect={onSelect} />
    </>
  );
}

type ToWrite = Pick<Writing, "ticked" | "plan" | "obstacle" | "write">;

function actionOf(writing: ToWrite): ScreenAction {
  return {
    label: buttonLabel([...writing.ticked].map((table) => ({ table }))),
    plan: planOf(writing),
    disabled: writing.ticked.size === 0 || writing.plan.length === 0,
    run: writing.write,
  };
}

function planOf({ ticked, plan, obstacle }: ToWrite): string {
  if (obstacle !== null) return obstacle;
  if (ticked.size === 0) return "Tick a table above to write it as a live formula.";
  if (plan.length === 0) return "Looking for empty space …";
  return plan.map(plannedLine).join(" ");
}
