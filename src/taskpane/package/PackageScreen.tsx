/**
 * What goes to the accountant: the checklist of what is not yet green, the copy, and the form for other programs.
 * data-testid: answer; more in ChecklistPart, PackageChoices and ExportsPart.
 */
import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useCallback, useContext, useMemo, type ReactElement } from "react";
import type { SettingChange } from "../../sheet/placing/setting-changes";
import type { Answered } from "../engine/contract";
import { EngineContext } from "../engine/engine-context";
import { useAnswer } from "../engine/use-answer";
import { FormulasSection } from "../formulas/FormulasSection";
import type { FormsChosen } from "../forms/forms-chosen";
import { changeSettings } from "../frame/change-settings";
import type { Writes } from "../frame/use-writes";
import { AnswerLine } from "../parts/AnswerLine";
import { Pending } from "../parts/Pending";
import { Renewing } from "../parts/Renewing";
import { useLatest } from "../parts/use-latest";
import type { ScreenProps } from "../screen";
import { Working } from "../Working";
import { ChecklistPart } from "./ChecklistPart";
import { ExportsPart } from "./ExportsPart";
import { PackageChoices } from "./PackageChoices";
import { packageAnswer, packageCaveats } from "./package-sentences";
import type { CopyJob } from "./make-copy";
import { useCopy, type CopyWays } from "./use-copy";
import { useForCopy } from "./use-for-copy";
import { useTyping, type Typing } from "./use-typing";

const useStyles = makeStyles({ stale: { opacity: 0.6 }, problem: { marginTop: tokens.spacingVerticalM } });

export interface PackageScreenProps extends ScreenProps {
  readonly forms: FormsChosen;
  readonly writes: Writes;
  /** Reads trades and settings again. */
  readonly onReadAgain: () => void;
}

export function PackageScreen(props: PackageScreenProps): ReactElement {
  const { workbook, revision, forms, writes, onGo, onReadAgain } = props;
  const { forCopy, problem } = useForCopy(workbook, revision, writes.said);
  const isLooking = forms.found === null;
  const { year, revision: formsRevision } = forms;
  const ask = useMemo(() => (forCopy === null || isLooking ? null : { year, formsRevision, workbook: forCopy }), [forCopy, isLooking, year, formsRevision]);
  const answered = useAnswer("package", ask);
  const readAgain = useReadAgain(onReadAgain);
  const typing = useTyping(writes, useLatest((changes: readonly SettingChange[], sentence: string) => changeSettings(workbook, changes, sentence, onReadAgain)));
  const { making, download, inHere } = useCopy({ ...props, readAgain, saveUnsaved: typing.saveUnsaved }, answered?.state === "answered" ? answered.answer : null);
  return (
    <>
      {making !== null && <Working reading={{ state: "working", ...making }} onCancel={making.cancel} />}
      {/* What is typed and unfolded is still there afterwards. */}
      <div hidden={making !== null}>
        {answered === null && (problem !== null ? <Problem sentence={problem} /> : <Working reading={{ state: "working", doing: "Looking at the sheets", share: null }} onCancel={() => onGo("data")} />)}
        {answered !== null && answered.state !== "answered" && <Pending answered={answered} />}
        {answered?.state === "answered" && <PackageBody {...props} answered={answered} problem={problem} typing={typing} readAgain={readAgain} download={download} inHere={inHere} />}
      </div>
    </>
  );
}

interface PackageBodyProps extends PackageScreenProps, Pick<CopyWays, "download" | "inHere"> {
  readonly answered: Extract<Answered<"package">, { readonly state: "answered" }>;
  readonly problem: string | null;
  readonly typing: Typing;
  readonly readAgain: CopyJob["readAgain"];
}

function PackageBody({ workbook, namespace, revision, forms, writes, onGo, answered, problem, typing, readAgain, download, inHere }: PackageBodyProps): ReactElement {
  const styles = useStyles();
  const view = answered.answer;
  const setSettings = (changes: readonly SettingChange[], said: string): void => void writes.working(() => typing.change(changes, said));
  return (
    <>
      <AnswerLine caveats={packageCaveats(view)}>{packageAnswer(view)}</AnswerLine>
      {[problem, forms.problem].map((sentence) => (sentence === null || sentence === "" ? null : <Problem key={sentence} sentence={sentence} />))}
      <Renewing answered={answered} />
      <PackageChoices forms={forms} view={view} busy={writes.busy} onTyped={typing.onTyped} onTicked={(change, said) => setSettings([change], said)} />
      <div className={answered.renewing ? styles.stale : undefined}>
        <ChecklistPart checks={view.checks} mends={view.mends} busy={writes.busy || answered.renewing} onMend={({ changes, said }) => setSettings(changes, said)} onGo={onGo} />
        <ExportsPart ask={{ year: forms.year, formsRevision: forms.revision }} readAgain={readAgain} revision={revision} incomplete={view.incomplete} sales={view.sales} busy={writes.busy} onDownload={download} onInHere={inHere} />
      </div>
      <FormulasSection workbook={workbook} namespace={namespace} writes={writes} />
    </>
  );
}

/** What goes out is made of the sheet as it stands at the press, not as it was read before. */
function useReadAgain(onReadAgain: () => void): CopyJob["readAgain"] {
  const underWay = useContext(EngineContext)?.underWay;
  return useCallback(async (signal) => {
    onReadAgain();
    await underWay?.settled(signal);
  }, [onReadAgain, underWay]);
}

function Problem({ sentence }: { readonly sentence: string }): ReactElement {
  const styles = useStyles();
  return (
    <MessageBar className={styles.problem} intent="error" layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
    </MessageBar>
  );
}
