/** The year, the name on the cover, and whole dollars: the last two are rows of the visible settings. data-testid: package-year, package-client, package-dollars. */
import { Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useRef, useState, type ReactElement } from "react";
import type { SettingChange } from "../../sheet/placing/setting-changes";
import { CLIENT_NAME } from "../../sheet/placing/client-row";
import type { FormsChosen } from "../forms/forms-chosen";
import type { PackageView } from "./package-view";
import type { Typing } from "./use-typing";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 88px) minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalM },
  field: { minWidth: 0, width: "100%" },
  dollars: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface PackageChoicesProps {
  readonly forms: Pick<FormsChosen, "year" | "years" | "setYear">;
  readonly view: Pick<PackageView, "client" | "wholeDollars">;
  readonly busy: boolean;
  readonly onTyped: Typing["onTyped"];
  readonly onTicked: (change: SettingChange, said: string) => void;
}

export function PackageChoices({ forms, view, busy, onTyped, onTicked }: PackageChoicesProps): ReactElement {
  const styles = useStyles();
  const client = view.client ?? "";
  const [typed, setTyped] = useState(client);
  /** What the settings say, or will in a moment: leaving the field after Enter is not a second change. */
  const given = useRef(client);
  useEffect(() => {
    const before = given.current;
    given.current = client;
    setTyped((now) => (now.trim() === before ? client : now));
  }, [client]);
  const take = async (): Promise<void> => {
    const before = given.current;
    const name = typed.trim();
    // Enter, and then the field left: once is enough. What was typed back is to be saved no more.
    if (name === before) return void (name === client && onTyped(null, ""));
    given.current = name;
    const said = name === "" ? "The settings name no client any more." : "The settings now name the client.";
    const isSaved = await onTyped({ name: CLIENT_NAME, values: name === "" ? [] : [name], was: before === "" ? null : before }, said);
    if (!isSaved) given.current = before;
  };
  return (
    <>
      <div className={styles.fields}>
        <Field label="Year" size="small">
          <Select size="small" className={styles.field} value={String(forms.year)} data-testid="package-year" onChange={(_, { value }) => forms.setYear(Number(value))}>
            {forms.years.map((year) => (
              <option key={year} value={year}>
                {year}
              </option>
            ))}
          </Select>
        </Field>
        <Field label="Client, as the cover names them" size="small">
          <Input
            size="small"
            className={styles.field}
            value={typed}
            placeholder="optional"
            maxLength={100}
            data-testid="package-client"
            onChange={(_, { value }) => setTyped(value)}
            onBlur={() => void take()}
            onKeyDown={({ key }) => {
              if (key === "Enter") void take();
            }}
          />
        </Field>
      </div>
      <Checkbox
        className={styles.dollars}
        label="Forms in whole dollars"
        checked={view.wholeDollars}
        disabled={busy}
        data-testid="package-dollars"
        onChange={(_, { checked }) => onTicked({ name: "Round to dollars", values: [checked === true ? "Yes" : "No"] }, checked === true ? "The settings now say whole dollars." : "The settings now say cents.")}
      />
    </>
  );
}
