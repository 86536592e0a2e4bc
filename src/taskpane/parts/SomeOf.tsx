/** A list of which, where it is very long, the first are shown and more on a button. */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useState, type ReactElement, type ReactNode } from "react";

const AT_FIRST = 10;
const MORE_AT_ONCE = 100;

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: 0, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  more: { marginTop: tokens.spacingVerticalS },
});

interface SomeOfProps<T> {
  readonly all: readonly T[];
  readonly label: string;
  readonly draw: (one: T, index: number) => ReactNode;
}

export function SomeOf<T>({ all, label, draw }: SomeOfProps<T>): ReactElement {
  const styles = useStyles();
  const [shown, setShown] = useState(AT_FIRST);
  const rest = all.length - shown;
  return (
    <>
      <ul className={styles.list} aria-label={label}>
        {all.slice(0, shown).map(draw)}
      </ul>
      {rest > 0 && (
        <Button size="small" className={styles.more} onClick={() => setShown(shown + MORE_AT_ONCE)}>
          Show {Math.min(rest, MORE_AT_ONCE)} more of {all.length}
        </Button>
      )}
    </>
  );
}
