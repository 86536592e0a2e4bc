/** A link within a sentence, which breaks with it: a browser keeps a button in one block, so this one is a span. */
import { Link, makeStyles } from "@fluentui/react-components";
import type { KeyboardEvent, ReactElement, ReactNode } from "react";

const useStyles = makeStyles({ link: { fontSize: "inherit", lineHeight: "inherit", fontWeight: "inherit" } });

export function TextLink({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  const pressed = (event: KeyboardEvent): void => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    onPress();
  };
  return (
    <Link as="span" role="button" tabIndex={0} inline className={styles.link} onClick={onPress} onKeyDown={pressed}>
      {children}
    </Link>
  );
}
