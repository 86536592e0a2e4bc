/** Whether a sheet is written as formulas that follow the cells, or as values that stay. The user's choice. */
import { makeStyles, Radio, RadioGroup, tokens } from "@fluentui/react-components";
import { useId, type ReactElement } from "react";

const useStyles = makeStyles({
  row: { display: "flex", alignItems: "center", flexWrap: "wrap", columnGap: tokens.spacingHorizontalS, marginTop: tokens.spacingVerticalM },
  label: { fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
});

interface LiveOrValuesProps {
  readonly live: boolean;
  readonly onLive: (live: boolean) => void;
}

export function LiveOrValues({ live, onLive }: LiveOrValuesProps): ReactElement {
  const styles = useStyles();
  const id = useId();
  return (
    <div className={styles.row}>
      <span id={id} className={styles.label}>
        Write as
      </span>
      <RadioGroup layout="horizontal" aria-labelledby={id} value={live ? "live" : "values"} onChange={(_, { value }) => onLive(value === "live")}>
        <Radio value="live" label="Live formulas" />
        <Radio value="values" label="Values" />
      </RadioGroup>
    </div>
  );
}
