/** Symbols that belong together, one group a line. */
import { Button, Field, Input, makeStyles, Text, tokens } from "@fluentui/react-components";
import { Add16Regular } from "@fluentui/react-icons";
import type { ReactElement } from "react";
import { addedGroups, groupField, type SettingsShown, type TypedFields } from "./settings-form";
import type { GroupSetting } from "./symbol-groups";

const useStyles = makeStyles({
  rows: { display: "flex", flexDirection: "column", alignItems: "stretch", gap: tokens.spacingVerticalXS },
  add: { alignSelf: "flex-start" },
  quiet: { color: tokens.colorNeutralForeground2 },
});

const WORDS: Readonly<Record<GroupSetting, { readonly meaning: string; readonly example: string; readonly add: string; readonly label: string }>> = {
  Identical: {
    meaning: "Symbols you treat as substantially identical: buying one washes a loss on another.",
    example: "ABC, XYZ",
    add: "Add a group",
    label: "Identical group",
  },
  Replacement: {
    meaning: "A symbol, then the ones you would hold instead of it.",
    example: "XYZ, ABC",
    add: "Add a symbol",
    label: "Replacement partners",
  },
};

interface GroupRowsProps {
  readonly setting: GroupSetting;
  readonly shown: SettingsShown;
  readonly typed: TypedFields;
  readonly problems: Readonly<Record<string, string>>;
  readonly onType: (field: string, text: string) => void;
}

export function GroupRows({ setting, shown, typed, problems, onType }: GroupRowsProps): ReactElement {
  const styles = useStyles();
  const groups = [...shown.groups[setting], ...addedGroups(shown, typed, setting)];
  const { meaning, example, add, label } = WORDS[setting];
  return (
    <div className={styles.rows}>
      <Text size={200} className={styles.quiet}>
        {meaning}
      </Text>
      {groups.map(({ symbols }, at) => {
        const field = groupField(setting, at);
        const problem = problems[field];
        return (
          <Field key={field} validationState={problem === undefined ? "none" : "error"} validationMessage={problem}>
            <Input
              size="small"
              aria-label={`${label} ${at + 1}`}
              placeholder={example}
              value={typed[field] ?? symbols.join(", ")}
              onChange={(_, { value }) => onType(field, value)}
            />
          </Field>
        );
      })}
      <Button className={styles.add} size="small" appearance="subtle" icon={<Add16Regular />} onClick={() => onType(groupField(setting, groups.length), "")}>
        {add}
      </Button>
    </div>
  );
}
