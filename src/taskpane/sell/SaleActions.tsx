/** The quiet actions: the order and the memo as text, and the sale as a sheet. */
import { Button, makeStyles, Text, Textarea, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { identificationMemo, type Identification } from "../../report/identification-memo";
import { copyText } from "../harvest/order-actions";
import { LiveOrValues } from "../parts/LiveOrValues";
import { draftOrigin, draftStyle } from "../parts/draft-references";
import type { ScreenProps } from "../screen";
import { canBeLive, saleDraft } from "./sale-sheet";
import { orderText } from "./sell-sentences";
import type { SellView } from "./sell-view";

const useStyles = makeStyles({
  actions: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalXS, marginTop: tokens.spacingVerticalM },
  said: { display: "block", marginTop: tokens.spacingVerticalXS },
  text: { width: "100%", marginTop: tokens.spacingVerticalXS },
});

interface SaleActionsProps extends ScreenProps {
  readonly view: SellView;
  /** Saved for this very sale; null: not yet. */
  readonly saved: readonly Identification[] | null;
}

export function SaleActions(props: SaleActionsProps): ReactElement {
  const { view, saved, onWrite } = props;
  const styles = useStyles();
  const [live, setLive] = useState(true);
  const [said, setSaid] = useState<string | null>(null);
  /** Shown where the clipboard cannot be had. */
  const [shown, setShown] = useState<string | null>(null);
  // What was said of one sale is not said of the next.
  useEffect(() => {
    setSaid(null);
    setShown(null);
  }, [view]);
  const copy = async (what: string, text: string): Promise<void> => {
    const copied = await copyText(text);
    setShown(copied ? null : text);
    setSaid(copied ? `Copied the ${what}. Nothing has been sent to a broker.` : `This host does not let the pane copy. The ${what} is below: select it and press Ctrl+C.`);
  };
  const memo = saved?.map((identification) => identificationMemo(identification));
  const late = memo?.find((one) => one.late !== null)?.late ?? null;
  return (
    <>
      <div className={styles.actions} role="group" aria-label="With this sale">
        <Button size="small" data-testid="copy-order" onClick={() => void copy("order", orderText(view))}>
          Copy order text
        </Button>
        {memo !== undefined && (
          <Button size="small" data-testid="copy-memo" onClick={() => void copy("memo", memo.map(({ subject, text }) => `${subject}\n\n${text}`).join("\n\n"))}>
            Copy memo text
          </Button>
        )}
        {onWrite !== undefined && (
          <Button
            size="small"
            data-testid="write-sale"
            onClick={() => void onWrite([saleDraft(view, draftStyle(props, live), draftOrigin(props, view.settingsSaid))])}
          >
            Write to a new sheet
          </Button>
        )}
      </div>
      {onWrite !== undefined && canBeLive(view) && <LiveOrValues live={live} onLive={setLive} />}
      {late !== null && <Text className={styles.said}>{late}</Text>}
      <div role="status">{said !== null && <Text className={styles.said}>{said}</Text>}</div>
      {shown !== null && <Textarea className={styles.text} readOnly rows={6} value={shown} aria-label="Text to copy" onFocus={(event) => event.target.select()} />}
    </>
  );
}
