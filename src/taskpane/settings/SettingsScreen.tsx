import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ScreenProps } from "../screen";

export function SettingsScreen(_: ScreenProps & { readonly onChanged: () => void }): ReactElement {
  return <Text>Not built yet.</Text>;
}
