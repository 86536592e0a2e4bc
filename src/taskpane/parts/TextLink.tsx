/** A link within a sentence that breaks with it. Fluent's is a button, which a browser would keep in one block. */
import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({ link: { display: "inline", fontSize: "inherit", lineHeight: "inherit", fontWeight: "inherit" } });

export function TextLink({ onPress, children }: { readonly onPress: () => void; readonly children: ReactNode }): ReactElement {
  const styles = useStyles();
  return (
    <Link inline className={styles.link} onClick={onPress}>
      {children}
    </Link>
  );
}
