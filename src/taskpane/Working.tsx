/** What is being done; after half a second also how to stop it. */
import { Button, Field, makeStyles, ProgressBar, tokens } from "@fluentui/react-components";
import { useEffect, useState, type ReactElement } from "react";
import type { Reading } from "./reading";

const useStyles = makeStyles({
  working: { display: "flex", flexDirection: "column", gap: tokens.spacingVerticalM, paddingTop: tokens.spacingVerticalL },
});

const CANCEL_AFTER_MS = 500;

interface WorkingProps {
  readonly reading: Extract<Reading, { state: "working" }>;
  readonly onCancel: () => void;
  /** It has taken half a second already. */
  readonly cancelAtOnce?: boolean;
}

export function Working({ reading, onCancel, cancelAtOnce = false }: WorkingProps): ReactElement {
  const styles = useStyles();
  const [slow, setSlow] = useState(cancelAtOnce);
  useEffect(() => {
    const timer = setTimeout(() => setSlow(true), CANCEL_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <div className={styles.working} role="status">
      <Field validationMessage={`${reading.doing} …`} validationState="none">
        <ProgressBar aria-label={reading.doing} {...(reading.share === null ? {} : { value: reading.share })} />
      </Field>
      {slow && (
        <div>
          <Button onClick={onCancel}>Cancel</Button>
        </div>
      )}
    </div>
  );
}
