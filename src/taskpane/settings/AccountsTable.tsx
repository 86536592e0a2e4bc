/** Every account of the trades with its type and owner, which decide what the wash-sale rule sees. */
import { makeStyles, Select, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { ACCOUNT_OWNERS, ACCOUNT_TYPES } from "../../sheet/setting-names";
import type { BookRead } from "../read-book";
import { accountField, type TypedFields } from "./settings-form";

const useStyles = makeStyles({
  table: { borderCollapse: "collapse", width: "100%", tableLayout: "fixed" },
  heading: { textAlign: "left", fontWeight: tokens.fontWeightRegular, color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, padding: `0 ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0` },
  cell: { padding: `${tokens.spacingVerticalXXS} ${tokens.spacingHorizontalXS} ${tokens.spacingVerticalXXS} 0`, textAlign: "left", fontWeight: tokens.fontWeightRegular },
  choice: { minWidth: 0, "& > select": { minWidth: 0 } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface AccountsTableProps {
  readonly accounts: BookRead["accounts"];
  readonly typed: TypedFields;
  readonly onType: (field: string, text: string) => void;
}

export function AccountsTable({ accounts, typed, onType }: AccountsTableProps): ReactElement {
  const styles = useStyles();
  if (accounts.length === 0) return <Text className={styles.quiet}>The trades name no account.</Text>;
  const choice = (part: "type" | "owner", words: readonly string[], name: string, now: string): ReactElement => (
    <Select
      size="small"
      className={styles.choice}
      aria-label={`${part === "type" ? "Type" : "Owner"} of ${name}`}
      value={typed[accountField(part, name)] ?? now}
      onChange={(_, { value }) => onType(accountField(part, name), value)}
    >
      {words.map((word) => (
        <option key={word} value={word}>
          {word}
        </option>
      ))}
    </Select>
  );
  return (
    <table className={styles.table} aria-label="Accounts">
      <thead>
        <tr>
          {["Account", "Type", "Owner"].map((heading) => (
            <th key={heading} scope="col" className={styles.heading}>
              {heading}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {accounts.map(({ name, type, owner, named }) => (
          <tr key={name}>
            <th scope="row" className={styles.cell}>
              {name}
              {!named && type !== "Taxable" && (
                <Text block size={200} className={styles.quiet}>
                  by its name
                </Text>
              )}
            </th>
            <td className={styles.cell}>{choice("type", ACCOUNT_TYPES, name, type)}</td>
            <td className={styles.cell}>{choice("owner", ACCOUNT_OWNERS, name, owner)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
