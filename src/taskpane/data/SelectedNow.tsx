/** The address that is selected on the sheet now: what “Use the selected range” would take. */
import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";

export function SelectedNow({ address }: { readonly address: string | null }): ReactElement | null {
  if (address === null) return null;
  return (
    <Text size={200} data-testid="selected-now">
      Selected now: {address}
    </Text>
  );
}
