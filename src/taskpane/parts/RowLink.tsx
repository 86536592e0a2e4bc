/** A figure or name that comes from a row of the trades: pressing it selects the row on the sheet. */
import { Link, makeStyles } from "@fluentui/react-components";
import type { ReactElement, ReactNode } from "react";

const useStyles = makeStyles({ link: { fontSize: "inherit", lineHeight: "inherit" } });

interface RowLinkProps {
  readonly row: number;
  readonly onSelectRow: (row: number) => void;
  /** Heard in place of the words, where they do not name the row. */
  readonly label?: string;
  readonly children?: ReactNode;
}

export function RowLink({ row, onSelectRow, label, children }: RowLinkProps): ReactElement {
  const styles = useStyles();
  return (
    <Link inline className={styles.link} onClick={() => onSelectRow(row)} aria-label={label} title={`Select row ${row}`}>
      {children ?? `row ${row}`}
    </Link>
  );
}
