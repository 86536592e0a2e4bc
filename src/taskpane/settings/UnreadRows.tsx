/** Rows of the settings that cannot be read, each a link to it. Until they are mended no trade is booked: a setting passed over would change figures. */
import { Link, makeStyles, Text, tokens } from "@fluentui/react-components";
import type { ReactElement } from "react";
import { cellOf, type CellBlock } from "../../sheet/placing/addresses";
import type { UnreadRow } from "./unread-rows";

const useStyles = makeStyles({
  list: { listStyleType: "none", margin: `${tokens.spacingVerticalS} 0`, padding: 0, display: "flex", flexDirection: "column", gap: tokens.spacingVerticalS },
  row: { borderLeft: `3px solid ${tokens.colorPaletteRedBorder2}`, paddingLeft: tokens.spacingHorizontalS },
});

interface UnreadRowsProps {
  readonly rows: readonly UnreadRow[];
  readonly block: CellBlock;
  readonly onSelect: (block: CellBlock) => void;
}

export function UnreadRows({ rows, block, onSelect }: UnreadRowsProps): ReactElement | null {
  const styles = useStyles();
  if (rows.length === 0) return null;
  return (
    <>
      <Text block>No trades are read until {rows.length === 1 ? "this row is" : "these rows are"} mended, below or on the sheet.</Text>
      <ul className={styles.list} aria-label="Settings that cannot be read">
        {rows.map(({ row, sentence }) => (
          <li key={row} className={styles.row} data-testid="unread-setting">
            <Link inline onClick={() => onSelect({ ...cellOf(block, row, 0), columns: block.columns })}>
              Settings row {row + 1}
            </Link>
            <Text>{sentence.replace(/^Settings row \d+/, "")}</Text>
          </li>
        ))}
      </ul>
    </>
  );
}
