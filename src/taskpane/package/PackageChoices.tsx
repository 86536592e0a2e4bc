/** The year, the name on the cover, and whole dollars: the last two are rows of the visible settings. data-testid: package-year, package-client, package-dollars. */
import { Checkbox, Field, Input, makeStyles, Select, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import type { SettingChange } from "../../sheet/placing/setting-changes";
import { CLIENT_NAME } from "../../sheet/placing/client-row";
import type { FormsChosen } from "../forms/forms-chosen";
import type { PackageView } from "./package-view";

const useStyles = makeStyles({
  fields: { display: "grid", gridTemplateColumns: "minmax(0, 88px) minmax(0, 1fr)", columnGap: tokens.spacingHorizontalM, marginTop: tokens.spacingVerticalM },
  field: { minWidth: 0, width: "100%" },
  dollars: { marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface PackageChoicesProps {
  readonly forms: Pick<FormsChosen, "year" | "years" | "setYear">;
  readonly view: Pick<PackageView, "client" | "wholeDollars">;
  readonly busy: boolean;
  readonly onSetting: (change: SettingChange, said: string) => void;
}

export function PackageChoices({ forms, view, busy, onSetting }: PackageChoicesProps): ReactElement {
  const styles = useStyles();
  const client = view.client ?? "";
  const [typed, setTyped] = useState(client);
  useEffect(() => setTyped(client), [client]);
  const take = (): void => {
    const name = typed.trim();
    if (name === client) return;
    onSetting({ name: CLIENT_NAME, values: name === "" ? [] : [name], was: view.client }, name === "" ? "The settings name no client any more." : "The settings now name the client.");
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
            onBlur={take}
            onKeyDown={({ key }) => {
              if (key === "Enter") take();
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
        onChange={(_, { checked }) => onSetting({ name: "Round to dollars", values: [checked === true ? "Yes" : "No"] }, checked === true ? "The settings now say whole dollars." : "The settings now say cents.")}
      />
    </>
  );
}
