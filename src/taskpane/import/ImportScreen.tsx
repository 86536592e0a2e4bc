/**
 * Files of brokers in: what each is, what is new of it, what needs the user; one press writes the trades and keeps the files.
 * data-testid: answer, import-input, import-choose, import-file, import-file-line, import-undecided, import-columns.
 */
import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, tokens } from "@fluentui/react-components";
import { Dismiss16Regular } from "@fluentui/react-icons";
import { useEffect, useRef, type ReactElement } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import type { WrittenImport } from "../../sheet/placing/import-write";
import type { Engine } from "../engine/contract";
import { AnswerLine } from "../parts/AnswerLine";
import type { PaneWorkbook } from "../pane-workbook";
import type { ScreenAction } from "../screen";
import { Working } from "../Working";
import { ChooseFiles } from "./ChooseFiles";
import { FilePart } from "./FilePart";
import { importAnswer, tallyOf } from "./import-sentences";
import { acceptedTrades } from "./import-request";
import { ReadBefore } from "./ReadBefore";
import { useImport, type ImportState, type ReadFiles } from "./use-import";
import { useImportAction } from "./use-import-action";

const useStyles = makeStyles({ again: { marginTop: tokens.spacingVerticalL }, stale: { opacity: 0.6 } });

export interface DroppedFiles {
  readonly files: readonly File[];
  /** Tells one drop from the next. */
  readonly drop: number;
}

export interface ImportScreenProps {
  /** What is written through it is known to “Remove what I wrote”. */
  readonly workbook: PaneWorkbook;
  readonly engine: Engine;
  readonly revision: number;
  /** "12/5/2026" */
  readonly today: string;
  /** Files dropped on the pane; null: none yet. */
  readonly dropped: DroppedFiles | null;
  readonly onSelect: (block: CellBlock) => void;
  readonly setAction: (action: ScreenAction | null) => void;
  /** The trades are to be read from the Table written. */
  readonly onWritten: (written: WrittenImport) => void;
  /** The button of the footer goes away with the files. */
  readonly onDone: () => void;
}

export function ImportScreen(props: ImportScreenProps): ReactElement {
  const state = useImport(props);
  const { importing, chosen, unopened, add } = state;
  useDropped(props.dropped, add);
  const writing = useImportAction(props, state);
  if (writing !== null) return <Working reading={{ state: "working", doing: "Writing the rows", share: writing.share }} onCancel={writing.cancel} />;
  const isEmpty = chosen.length === 0 && unopened.length === 0;
  if (importing.state === "working") return <Working reading={importing} onCancel={importing.cancel} />;
  if (importing.state === "failed" && !isEmpty) return <Failed sentence={importing.sentence} onAgain={importing.again} onClear={state.clear} />;
  if (isEmpty) {
    return (
      <>
        <AnswerLine caveats={[]}>Bring in the files that your brokers let you download.</AnswerLine>
        <ChooseFiles more={false} onFiles={add} />
        <ReadBefore before={state.before} onSelect={props.onSelect} />
      </>
    );
  }
  return <Files state={state} read={importing.state === "read" && chosen.length > 0 ? importing : null} />;
}

function Files({ state, read }: { readonly state: ImportState; readonly read: (ReadFiles & { readonly renewing: boolean }) | null }): ReactElement {
  const styles = useStyles();
  const { unopened, accepted, add, say, accept, takeOut, takeOutUnopened, settle } = state;
  const known = new Set(read?.before.files.map(({ digest }) => digest));
  const tally = read === null ? null : tallyOf(read.view, acceptedTrades(read.view.combined, accepted).length, known);
  let told = 0;
  return (
    <>
      <AnswerLine caveats={[]}>{tally === null ? "None of these files could be opened." : importAnswer({ ...tally, refused: tally.refused + unopened.length })}</AnswerLine>
      <div className={read?.renewing === true ? styles.stale : undefined}>
        {read?.view.files.map((answer, at) => (
          <FilePart
            key={at}
            answer={answer}
            told={answer.is === "read" && answer.question === null ? (read.view.combined.files[told++] ?? null) : null}
            wasReadBefore={answer.is === "read" && known.has(answer.file.control.digest)}
            firstRow={(read.before.trades?.block.row ?? 0) + 2}
            accepted={accepted}
            onSay={(words) => say(at, words)}
            onSettle={(choice) => settle(at, choice)}
            onAccept={accept}
            onTakeOut={() => takeOut(at)}
          />
        ))}
        {unopened.map(({ name, sentence }, at) => (
          <MessageBar key={`${name} ${at}`} intent="error" layout="multiline">
            <MessageBarBody>{sentence}</MessageBarBody>
            <MessageBarActions containerAction={<Button size="small" appearance="transparent" icon={<Dismiss16Regular />} aria-label={`Leave ${name} out`} onClick={() => takeOutUnopened(at)} />} />
          </MessageBar>
        ))}
      </div>
      <ChooseFiles more onFiles={add} />
    </>
  );
}

interface FailedProps {
  readonly sentence: string;
  readonly onAgain: () => void;
  readonly onClear: () => void;
}

function Failed({ sentence, onAgain, onClear }: FailedProps): ReactElement {
  const styles = useStyles();
  return (
    <MessageBar className={styles.again} intent="warning" layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onAgain}>
          Read them again
        </Button>
        <Button size="small" onClick={onClear}>
          Leave them
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}

/** Each drop is taken once. */
function useDropped(dropped: DroppedFiles | null, add: ImportState["add"]): void {
  const taken = useRef(0);
  useEffect(() => {
    if (dropped === null || dropped.drop === taken.current) return;
    taken.current = dropped.drop;
    add(dropped.files);
  }, [dropped, add]);
}
