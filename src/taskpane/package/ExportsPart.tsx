/** The quiet ways out: the copy as a download, and the form for other programs. data-testid: package-download, package-in-here, export-csv, export-txf, export-statement, export-said, export-refused. */
import { Button, makeStyles, MessageBar, MessageBarBody, Text, Textarea, tokens } from "@fluentui/react-components";
import { useContext, useEffect, useState, type ReactElement } from "react";
import type { Outcome } from "../../values/outcome";
import { Stopped } from "../engine/contract";
import { EngineContext } from "../engine/engine-context";
import { copyText, saveFile } from "../harvest/order-actions";
import { useLatest } from "../parts/use-latest";
import { Section } from "../Section";
import { count } from "../sentences";
import type { CopyJob } from "./make-copy";
import { exportHint, exportSaved } from "./package-sentences";
import type { ExportAsk, ExportKind, ExportView } from "./package-view";

const useStyles = makeStyles({
  hint: { display: "block", color: tokens.colorNeutralForeground2, marginBottom: tokens.spacingVerticalS },
  buttons: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  said: { marginTop: tokens.spacingVerticalS },
  refused: { margin: `${tokens.spacingVerticalXS} 0 0`, paddingLeft: tokens.spacingHorizontalL, fontSize: tokens.fontSizeBase200 },
  text: { width: "100%", marginTop: tokens.spacingVerticalS },
});

const KINDS: readonly (readonly [ExportKind, string])[] = [["csv", "Form 8949 as CSV"], ["txf", "TXF"], ["statement", "Statement (Exception 2)"]];
const LISTED_AT_MOST = 50;

interface ExportsPartProps {
  readonly ask: Omit<ExportAsk, "kind">;
  readonly revision: number;
  readonly readAgain: CopyJob["readAgain"];
  /** Why no program can be given the form; null: it is complete. */
  readonly incomplete: string | null;
  /** Sales on the form. */
  readonly sales: number;
  readonly busy: boolean;
  readonly onDownload: () => void;
  /** null: the footer's button does that here. */
  readonly onInHere: (() => void) | null;
}

interface SaidOfExport {
  readonly intent: "success" | "warning" | "error";
  readonly sentence: string;
  readonly saved: ExportView | null;
}

export function ExportsPart({ ask, revision, readAgain, incomplete, sales, busy, onDownload, onInHere }: ExportsPartProps): ReactElement {
  const styles = useStyles();
  const engine = useContext(EngineContext)?.engine ?? null;
  const [said, setSaid] = useState<SaidOfExport | null>(null);
  const [isAsking, setAsking] = useState(false);
  // What was saved is of the trades, forms and year it was made from.
  useEffect(() => setSaid(null), [revision, ask.year, ask.formsRevision]);

  const askNow = useLatest(() => ask);
  const save = async (kind: ExportKind): Promise<void> => {
    if (engine === null || isAsking) return;
    setAsking(true);
    await readAgain();
    setSaid(await saved(() => engine.ask("packageExport", { ...askNow(), kind })));
    setAsking(false);
  };
  return (
    <Section title="Files">
      <Text size={200} className={styles.hint} data-testid="export-hint">
        {exportHint(ask.year, sales, incomplete)}
      </Text>
      <div className={styles.buttons}>
        <Button size="small" disabledFocusable={busy} data-testid="package-download" onClick={onDownload}>
          Download the copy
        </Button>
        {onInHere !== null && (
          <Button size="small" disabledFocusable={busy} data-testid="package-in-here" onClick={onInHere}>
            Put its sheets here
          </Button>
        )}
        {KINDS.map(([kind, label]) => (
          <Button key={kind} size="small" disabledFocusable={isAsking || incomplete !== null || sales === 0} data-testid={`export-${kind}`} onClick={() => void save(kind)}>
            {label}
          </Button>
        ))}
      </div>
      <div role="status">{said !== null && <WhatWasSaved said={said} />}</div>
    </Section>
  );
}

async function saved(ask: () => Promise<Outcome<ExportView>>): Promise<SaidOfExport> {
  try {
    const answer = await ask();
    if (!answer.ok) return { intent: "error", sentence: answer.problem.sentence, saved: null };
    const { value } = answer;
    saveFile(value.fileName, value.text, value.mimeType);
    return { intent: value.refused.length === 0 ? "success" : "warning", sentence: [exportSaved(value), ...value.remarks].join(" "), saved: value };
  } catch (error) {
    const sentence = error instanceof Stopped ? "Stopped. No file was made." : `That did not work: ${error instanceof Error ? error.message : String(error)}`;
    return { intent: "error", sentence, saved: null };
  }
}

function WhatWasSaved({ said: { intent, sentence, saved: file } }: { readonly said: SaidOfExport }): ReactElement {
  const styles = useStyles();
  const [copied, setCopied] = useState<"no" | "yes" | "refused">("no");
  useEffect(() => setCopied("no"), [file]);
  const refused = file?.refused ?? [];
  const copy = async (): Promise<void> => setCopied(file !== null && (await copyText(file.text)) ? "yes" : "refused");
  return (
    <>
      <MessageBar className={styles.said} intent={intent} layout="multiline" data-testid="export-said">
        <MessageBarBody>
          {sentence}
          {refused.length > 0 && (
            <ul className={styles.refused} data-testid="export-refused">
              {refused.slice(0, LISTED_AT_MOST).map((one) => (
                <li key={one}>{one}</li>
              ))}
              {refused.length > LISTED_AT_MOST && <li>And {count(refused.length - LISTED_AT_MOST, "more row")}.</li>}
            </ul>
          )}
        </MessageBarBody>
      </MessageBar>
      {file !== null && (
        <Button className={styles.said} size="small" appearance="subtle" data-testid="export-copy" onClick={() => void copy()}>
          {copied === "yes" ? "Copied" : "No file there? Copy its text"}
        </Button>
      )}
      {file !== null && copied === "refused" && (
        <>
          <Text size={200}>This host lets the pane neither save nor copy. Select the text and press Ctrl+C.</Text>
          <Textarea className={styles.text} readOnly value={file.text} rows={6} aria-label={`Text of ${file.fileName}`} />
        </>
      )}
    </>
  );
}
