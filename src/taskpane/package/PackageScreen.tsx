/**
 * What goes to the accountant: the checklist of what is not yet green, the copy, and the form for other programs.
 * data-testid: answer; more in ChecklistPart, PackageChoices and ExportsPart.
 */
import { makeStyles, MessageBar, MessageBarBody, tokens } from "@fluentui/react-components";
import { useMemo, type ReactElement } from "react";
import type { SettingChange } from "../../sheet/placing/setting-changes";
import { useAnswer } from "../engine/use-answer";
import { FormulasSection } from "../formulas/FormulasSection";
import type { FormsChosen } from "../forms/forms-chosen";
import type { Said } from "../frame/use-jobs";
import type { Writes } from "../frame/use-writes";
import { AnswerLine } from "../parts/AnswerLine";
import { Pending } from "../parts/Pending";
import { Renewing } from "../parts/Renewing";
import type { ScreenProps } from "../screen";
import { Working } from "../Working";
import { ChecklistPart } from "./ChecklistPart";
import { ExportsPart } from "./ExportsPart";
import { PackageChoices } from "./PackageChoices";
import { packageAnswer, packageCaveats } from "./package-sentences";
import { useCopy } from "./use-copy";
import { useForCopy } from "./use-for-copy";
import { useReadAgain } from "./use-read-again";

const useStyles = makeStyles({ stale: { opacity: 0.6 }, problem: { marginTop: tokens.spacingVerticalM } });

export interface PackageScreenProps extends ScreenProps {
  readonly forms: FormsChosen;
  readonly writes: Writes;
  /** The settings were changed: they are to be read again. */
  readonly onSettingsChanged: () => void;
}

export function PackageScreen(props: PackageScreenProps): ReactElement {
  const { workbook, namespace, revision, forms, writes, onGo, onSettingsChanged } = props;
  const styles = useStyles();
  const { forCopy, problem } = useForCopy(workbook, revision, writes.said);
  const isLooking = forms.found === null;
  const { year, revision: formsRevision } = forms;
  const ask = useMemo(() => (forCopy === null || isLooking ? null : { year, formsRevision, workbook: forCopy }), [forCopy, isLooking, year, formsRevision]);
  const answered = useAnswer("package", ask);
  const { changed, readAgain } = useReadAgain(revision);
  const { making, download, inHere } = useCopy({ ...props, readAgain }, answered?.state === "answered" ? answered.answer : null);
  if (making !== null) return <Working reading={{ state: "working", ...making }} onCancel={making.cancel} />;
  if (answered === null) {
    if (problem !== null) return <Problem sentence={problem} />;
    return <Working reading={{ state: "working", doing: "Looking at the sheets", share: null }} onCancel={() => onGo("data")} />;
  }
  if (answered.state !== "answered") return <Pending answered={answered} />;
  const view = answered.answer;
  const setSettings = async (changes: readonly SettingChange[], sentence: string): Promise<Said> => {
    const outcome = await workbook.changeSettings(changes);
    if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
    changed();
    onSettingsChanged();
    return { intent: "success", sentence, blocks: [] };
  };
  return (
    <>
      <AnswerLine caveats={packageCaveats(view)}>{packageAnswer(view)}</AnswerLine>
      {[problem, forms.problem].map((sentence) => (sentence === null || sentence === "" ? null : <Problem key={sentence} sentence={sentence} />))}
      <Renewing answered={answered} />
      <PackageChoices forms={forms} view={view} busy={writes.busy} onTyped={(change, said) => writes.saving(() => setSettings([change], said))} onTicked={(change, said) => void writes.working(() => setSettings([change], said))} />
      <div className={answered.renewing ? styles.stale : undefined}>
        <ChecklistPart checks={view.checks} mends={view.mends} busy={writes.busy || answered.renewing} onMend={({ changes, said }) => void writes.working(() => setSettings(changes, said))} onGo={onGo} />
        <ExportsPart ask={{ year, formsRevision }} revision={revision} incomplete={view.incomplete} sales={view.sales} busy={writes.busy} onDownload={download} onInHere={inHere} />
      </div>
      <FormulasSection workbook={workbook} namespace={namespace} writes={writes} />
    </>
  );
}

function Problem({ sentence }: { readonly sentence: string }): ReactElement {
  const styles = useStyles();
  return (
    <MessageBar className={styles.problem} intent="error" layout="multiline">
      <MessageBarBody>{sentence}</MessageBarBody>
    </MessageBar>
  );
}
