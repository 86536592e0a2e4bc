/** The quiet actions of a plan: its orders as text or a file, and the memo that names its lots. */
import { Button, makeStyles, MessageBar, MessageBarBody, Select, Textarea, tokens } from "@fluentui/react-components";
import { useState, type ReactElement } from "react";
import type { HarvestPlan } from "../../harvest/harvest-types";
import { orderFile, ordersOfPlan, type OrderFormat, type OrderTerms } from "../../sheet/drafts";
import type { CellBlock } from "../../sheet/placing/addresses";
import type { PaneWorkbook } from "../pane-workbook";
import { BlockLinks } from "../parts/BlockLinks";
import { Section } from "../Section";
import { copyText, saveFile } from "./order-actions";
import { identify, type Chooser, type Identified } from "./identify";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, alignItems: "center" },
  terms: { minWidth: 0, maxWidth: "190px" },
  said: { marginTop: tokens.spacingVerticalS },
  text: { width: "100%", marginTop: tokens.spacingVerticalS },
});

const TERMS: Readonly<Record<string, OrderTerms>> = {
  market: { orderType: "Market", timeInForce: "Day" },
  limit: { orderType: "Limit", timeInForce: "Day" },
};

interface PlanActionsProps {
  readonly plan: HarvestPlan;
  readonly chooser: Chooser;
  readonly workbook: Pick<PaneWorkbook, "writeSheets" | "logIdentification">;
  readonly onSelect: (block: CellBlock) => void;
}

export function PlanActions({ plan, chooser, workbook, onSelect }: PlanActionsProps): ReactElement {
  const styles = useStyles();
  const [terms, setTerms] = useState("market");
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<Identified | null>(null);
  /** Shown where the clipboard cannot be had. */
  const [text, setText] = useState<string | null>(null);

  const withFile = async (format: OrderFormat, hand: (file: { readonly fileName: string; readonly text: string }) => Promise<string>): Promise<void> => {
    const file = orderFile(ordersOfPlan(plan), TERMS[terms] ?? { orderType: "Market", timeInForce: "Day" }, format, plan.asOf);
    setText(null);
    if (!file.ok) return setSaid({ intent: "error", sentence: file.problem.sentence, blocks: [] });
    const done = await hand(file.value);
    setSaid({ intent: file.value.remarks.length === 0 ? "success" : "warning", sentence: [done, ...file.value.remarks].join(" "), blocks: [] });
  };
  const save = (format: OrderFormat): void =>
    void withFile(format, async ({ fileName, text: content }) => {
      saveFile(fileName, content);
      return `Saved ${fileName} where your browser keeps downloads. If it is not there, copy the orders instead.`;
    });
  const copy = (): void =>
    void withFile("Generic CSV", async ({ text: content }) => {
      if (await copyText(content)) return "Copied the orders. Nothing has been sent to a broker.";
      setText(content);
      return "This host does not let the pane copy. The orders are below: select them and press Ctrl+C.";
    });
  const name = async (): Promise<void> => {
    setBusy(true);
    setText(null);
    setSaid(await identify(workbook, plan, chooser, new Date()));
    setBusy(false);
  };

  return (
    <Section title="Orders and identification">
      <div className={styles.actions}>
        <Select size="small" className={styles.terms} aria-label="Kind of orders" value={terms} onChange={(_, { value }) => setTerms(value)}>
          <option value="market">Market orders</option>
          <option value="limit">Limit at these prices</option>
        </Select>
        <Button size="small" onClick={copy}>
          Copy orders
        </Button>
        <Button size="small" onClick={() => save("Generic CSV")}>
          Save as CSV
        </Button>
        <Button size="small" onClick={() => save("Interactive Brokers basket")}>
          Save as IB basket
        </Button>
        <Button size="small" disabledFocusable={busy} onClick={() => void name()}>
          Write and log memo of lots
        </Button>
      </div>
      <div role="status">
        {said !== null && (
          <MessageBar className={styles.said} intent={said.intent} layout="multiline" data-testid="plan-said">
            <MessageBarBody>
              {said.sentence}
              <BlockLinks blocks={said.blocks} onSelect={onSelect} />
            </MessageBarBody>
          </MessageBar>
        )}
      </div>
      {text !== null && <Textarea className={styles.text} readOnly value={text} rows={5} aria-label="The orders" onFocus={(event) => event.target.select()} />}
    </Section>
  );
}
