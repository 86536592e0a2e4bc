/** The account of a file: as it names it, or as the user does where it names none. */
import { Field, Input, Text } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import { joined } from "../sentences";

interface AccountFieldProps {
  readonly accounts: readonly string[];
  readonly isNamed: boolean;
  readonly fileName: string;
  readonly onAccount: (account: string | null) => void;
}

export function AccountField({ accounts, isNamed, fileName, onAccount }: AccountFieldProps): ReactElement {
  const account = accounts[0] ?? "";
  const [typed, setTyped] = useState(account);
  useEffect(() => setTyped(account), [account]);
  if (isNamed) return <Text size={200}>{`${accounts.length === 1 ? "Account" : "Accounts"}: ${joined(accounts)}.`}</Text>;
  const take = (): void => {
    const name = typed.trim();
    if (name !== account) onAccount(name === "" ? null : name);
  };
  return (
    <Field label={`Account of ${fileName}`} size="small" hint="As your trades name it: the file has a number or nothing. Its type and owner are set on Settings.">
      <Input
        size="small"
        value={typed}
        data-testid="import-account"
        onChange={(_, { value }) => setTyped(value)}
        onBlur={take}
        onKeyDown={({ key }) => {
          if (key === "Enter") take();
        }}
      />
    </Field>
  );
}
