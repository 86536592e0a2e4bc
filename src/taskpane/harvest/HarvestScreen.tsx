import { Text } from "@fluentui/react-components";
import type { ReactElement } from "react";
import type { ScreenProps } from "../screen";

export function HarvestScreen(_: ScreenProps): ReactElement {
  return <Text>Not built yet.</Text>;
}
