/** Rates that replace the tables: folded away unless the settings give one, since most returns do without. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { ChevronDownRegular, ChevronRightRegular } from "@fluentui/react-icons";
import { useId, useState, type ReactElement, type ReactNode } from "react";

const useStyles = makeStyles({
  head: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalXS,
    width: "100%",
    padding: `${tokens.spacingVerticalS} 0`,
    marginTop: tokens.spacingVerticalS,
    border: "none",
    background: "none",
    color: tokens.colorNeutralForeground1,
    font: "inherit",
    fontSize: tokens.fontSizeBase200,
    fontWeight: tokens.fontWeightSemibold,
    textAlign: "left",
    cursor: "pointer",
    "&:hover": { color: tokens.colorNeutralForeground2BrandHover },
    "&:focus-visible": { outline: `2px solid ${tokens.colorStrokeFocus2}` },
  },
});

interface OwnRatesProps {
  /** A rate is stated, or needs a look. */
  readonly inUse: boolean;
  readonly children: ReactNode;
}

export function OwnRates({ inUse, children }: OwnRatesProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  const [turned, setTurned] = useState<boolean | null>(null);
  const open = turned ?? inUse;
  return (
    <>
      <button type="button" className={styles.head} aria-expanded={open} aria-controls={id} data-testid="own-rates" onClick={() => setTurned(!open)}>
        {open ? <ChevronDownRegular /> : <ChevronRightRegular />}
        Rates of my own instead of the tables
      </button>
      <div id={id} hidden={!open}>
        {open && children}
      </div>
    </>
  );
}
