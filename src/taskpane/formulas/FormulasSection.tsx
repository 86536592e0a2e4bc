/** Care for our formulas in the whole workbook: repair those stuck at #NAME?, freeze them as values for a sharing, thaw them again. */
import { Button, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import type { Outcome } from "../../values/outcome";
import type { Writes } from "../frame/use-writes";
import type { PaneWorkbook } from "../pane-workbook";
import { Section } from "../Section";
import { frozenSentence, momentOf, repairedSentence, thawedSentence } from "./formula-sentences";

const useStyles = makeStyles({
  hint: { display: "block", color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
});

interface FormulasSectionProps {
  readonly workbook: PaneWorkbook;
  readonly namespace: string;
  readonly writes: Pick<Writes, "busy" | "working">;
}

export function FormulasSection({ workbook, namespace, writes }: FormulasSectionProps): ReactElement {
  const styles = useStyles();
  const press = <T,>(ask: () => Promise<Outcome<T>>, says: (answer: T) => string, where: (answer: T) => readonly CellBlock[] = () => []): void =>
    void writes.working(async () => {
      const outcome = await ask();
      if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
      return { intent: "success", sentence: says(outcome.value), blocks: where(outcome.value) };
    });
  return (
    <Section title="Formulas in this workbook">
      <Text size={200} className={styles.hint}>
        Freeze before you share with someone who has no add-in; thaw to work on. Protected sheets are left alone.
      </Text>
      <div className={styles.buttons}>
        <Button size="small" disabled={writes.busy} onClick={() => press(() => workbook.repairFormulas(namespace), repairedSentence, ({ left }) => left.slice(0, 1))}>
          Repair formulas
        </Button>
        <Button size="small" disabled={writes.busy} onClick={() => press(() => workbook.freezeFormulas({ namespace, frozenAt: momentOf(new Date()) }), frozenSentence)}>
          Freeze
        </Button>
        <Button size="small" disabled={writes.busy} onClick={() => press(() => workbook.thawFormulas(), thawedSentence)}>
          Thaw
        </Button>
      </div>
    </Section>
  );
}
