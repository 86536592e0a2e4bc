/** What the marks of the timeline mean, drawn as they are there: letters for them are missing from some fonts. */
import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";
import { usePictureStyles } from "../charts/picture-styles";
import { PURCHASE_PATH, SALE_PATH } from "./WashLane";

const useStyles = makeStyles({
  legend: {
    display: "flex",
    flexWrap: "wrap",
    columnGap: tokens.spacingHorizontalM,
    margin: `${tokens.spacingVerticalXS} 0 0`,
    padding: 0,
    listStyleType: "none",
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    color: tokens.colorNeutralForeground2,
  },
  entry: { display: "inline-flex", alignItems: "center", columnGap: tokens.spacingHorizontalXS },
});

export function WashLegend(): ReactElement {
  const styles = useStyles();
  const picture = usePictureStyles();
  return (
    <ul className={styles.legend} aria-label="Legend" data-testid="wash-legend">
      <Entry words="sale at a loss">
        <path className={picture.loss} d={SALE_PATH} />
      </Entry>
      <Entry words="other sale">
        <path className={picture.neutral} d={SALE_PATH} />
      </Entry>
      <Entry words="purchase">
        <path className={picture.gain} d={PURCHASE_PATH} />
      </Entry>
      <Entry words="lost for good">
        <path className={picture.outlinedLoss} d={SALE_PATH} />
      </Entry>
      <Entry words="61 days in which a purchase washes the loss">
        <rect className={picture.band} x={-6} y={-5} width={12} height={10} rx={2} />
      </Entry>
    </ul>
  );
}

function Entry({ words, children }: { readonly words: string; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <li className={styles.entry}>
      <svg width={14} height={12} viewBox="-7 -6 14 12" aria-hidden focusable="false">
        {children}
      </svg>
      {words}
    </li>
  );
}
