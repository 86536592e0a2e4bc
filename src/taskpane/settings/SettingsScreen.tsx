/** The settings that matter most as a form over the visible settings sheet. Nothing is kept but what stands on the sheet. */
import { Button, Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import { useEffect, useMemo, useRef, useState, type ReactElement } from "react";
import { addressForReading } from "../../sheet/placing/addresses";
import { SETTINGS_SHEET, type SettingsFound } from "../../sheet/placing/settings-rows";
import type { BookRead } from "../read-book";
import type { ScreenAction, ScreenProps } from "../screen";
import { Section } from "../Section";
import { count } from "../sentences";
import { AccountsTable } from "./AccountsTable";
import { GroupRows } from "./GroupRows";
import { formState, planLine, settingsShown, type FormState, type TypedFields } from "./settings-form";
import { SettingField } from "./SettingField";
import type { SingleSetting } from "./single-setting";
import { HOW_LOTS_ARE_BOOKED, THRESHOLDS } from "./single-settings";
import { taxAsTyped } from "./tax-as-typed";
import { OWN_RATES } from "./tax-settings";
import { TaxPart } from "./TaxPart";
import { settingsReadable } from "./unread-rows";
import { UnreadRows } from "./UnreadRows";

const useStyles = makeStyles({
  intro: { display: "block", margin: `${tokens.spacingVerticalS} 0` },
  fields: { display: "grid", alignItems: "start", gridTemplateColumns: "repeat(auto-fill, minmax(128px, 1fr))", gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}` },
});

interface SettingsScreenProps extends Pick<ScreenProps, "workbook" | "onSelect" | "setAction"> {
  readonly found: SettingsFound | null;
  /** null: unknown while a row of the settings keeps the trades from being read. */
  readonly accounts: BookRead["accounts"] | null;
  /** After settings were written: read all again. */
  readonly onChanged: () => void;
}

export function SettingsScreen({ workbook, found, accounts, onSelect, setAction, onChanged }: SettingsScreenProps): ReactElement {
  const styles = useStyles();
  const [typed, setTyped] = useState<TypedFields>({});
  const readable = useMemo(() => settingsReadable(found?.cells ?? null), [found]);
  const shown = useMemo(() => settingsShown(readable, accounts ?? []), [readable, accounts]);
  const state = useMemo(() => formState(shown, typed), [shown, typed]);
  const tax = useMemo(() => taxAsTyped(shown, typed), [shown, typed]);
  const sheet = found?.block.sheet ?? SETTINGS_SHEET;
  const type = (field: string, text: string): void => setTyped((before) => ({ ...before, [field]: text }));

  // What was written is forgotten here once it has been read from the sheet.
  const written = useRef<TypedFields>({});
  useEffect(() => {
    const gone = written.current;
    written.current = {};
    setTyped((now) => Object.fromEntries(Object.entries(now).filter(([field, text]) => gone[field] !== text)));
  }, [found]);

  useEffect(() => {
    const write: ScreenAction["run"] = async () => {
      const outcome = await workbook.changeSettings(state.changes);
      if (!outcome.ok) return { intent: "error", sentence: outcome.problem.sentence, blocks: [] };
      written.current = typed;
      onChanged();
      return { intent: "success", sentence: `Wrote ${count(state.changes.length, "setting")} to sheet ‘${sheet}’.`, blocks: found === null ? [] : [found.block] };
    };
    setAction(actionOf(state, sheet, found === null, write));
  }, [workbook, state, typed, sheet, found, setAction, onChanged]);

  const valueOf = ({ name, shown: shownText }: SingleSetting): string => typed[name] ?? shown.unread.get(name)?.text ?? shownText(shown.settings);
  const ratesInUse = OWN_RATES.some((setting) => valueOf(setting) !== "");
  const field = (setting: SingleSetting): ReactElement => (
    <SettingField
      key={setting.name}
      setting={setting}
      value={valueOf(setting)}
      problem={state.problems[setting.name] ?? (typed[setting.name] === undefined ? (shown.unread.get(setting.name)?.sentence ?? null) : null)}
      warning={tax.warnings[setting.name] ?? null}
      onType={(text) => type(setting.name, text)}
    />
  );

  return (
    <>
      <Text className={styles.intro} data-testid="settings-where">
        {found === null ? (
          <>No settings sheet yet; these are the defaults. </>
        ) : (
          <>
            From{" "}
            <Link inline onClick={() => onSelect(found.block)} data-testid="settings-range">
              {addressForReading(found.block)}
            </Link>
            , which holds every other setting too.
          </>
        )}
      </Text>
      {found === null && <CreateSheet workbook={workbook} onChanged={onChanged} />}
      {found !== null && <UnreadRows rows={readable.unread} block={found.block} onSelect={onSelect} />}
      <Section title="How lots are booked">
        <div className={styles.fields}>{HOW_LOTS_ARE_BOOKED.map(field)}</div>
      </Section>
      <TaxPart sentence={tax.sentence} ratesInUse={ratesInUse} field={field} />
      <Section title="Losses worth harvesting">
        <div className={styles.fields}>{THRESHOLDS.map(field)}</div>
      </Section>
      {accounts !== null && (
        <Section title="Accounts">
          <AccountsTable accounts={accounts} typed={typed} onType={type} />
        </Section>
      )}
      <Section title="Identical securities">
        <GroupRows setting="Identical" shown={shown} typed={typed} problems={state.problems} onType={type} />
      </Section>
      <Section title="Replacement partners">
        <GroupRows setting="Replacement" shown={shown} typed={typed} problems={state.problems} onType={type} />
      </Section>
    </>
  );
}

function actionOf(state: FormState, sheet: string, isNew: boolean, run: ScreenAction["run"]): ScreenAction {
  const isWrong = Object.keys(state.problems).length > 0;
  return {
    label: state.changes.length === 0 || isWrong ? "Write settings" : `Write ${count(state.changes.length, "setting")}`,
    plan: planLine(state, sheet, isNew),
    disabled: state.changes.length === 0 || isWrong,
    run,
  };
}

function CreateSheet({ workbook, onChanged }: Pick<SettingsScreenProps, "workbook" | "onChanged">): ReactElement {
  const [problem, setProblem] = useState<string | null>(null);
  const create = async (): Promise<void> => {
    const outcome = await workbook.createSettingsSheet();
    setProblem(outcome.ok ? null : outcome.problem.sentence);
    if (outcome.ok) onChanged();
  };
  return (
    <>
      <Button size="small" onClick={() => void create()}>
        Create settings sheet
      </Button>
      {problem !== null && <Text role="alert">{problem}</Text>}
    </>
  );
}
