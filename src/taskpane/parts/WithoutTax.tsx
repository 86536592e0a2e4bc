/** Why a screen tells no tax, with a link to the settings where they are what lacks. */
import type { ReactElement } from "react";
import { TextLink } from "./TextLink";

interface WithoutTaxProps {
  readonly sentence: string;
  readonly needsSettings: boolean;
  readonly onSettings: () => void;
}

export function WithoutTax({ sentence, needsSettings, onSettings }: WithoutTaxProps): ReactElement {
  return (
    <span data-testid="without-tax">
      {sentence}
      {needsSettings && (
        <>
          {" "}
          <TextLink onPress={onSettings}>Settings</TextLink>
        </>
      )}
    </span>
  );
}
