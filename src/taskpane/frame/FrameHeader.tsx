/** Screen name, as-of day, the range that is read (a click selects it), and reading it again. */
import { Button, Field, Input, Link, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Text, tokens, Tooltip } from "@fluentui/react-components";
import { ArrowClockwise20Regular } from "@fluentui/react-icons";
import { useEffect, useState, type ReactElement, type RefObject } from "react";
import type { CellBlock } from "../../sheet/placing/addresses";
import { isoFromDay } from "../../values/plain-date";
import type { BookRead } from "../read-book";
import type { ScreenName } from "../screen";
import { placeName } from "../sentences";
import { dayFromInput, type AsOf } from "./as-of";
import { nameOfScreen } from "./screens";
import { Tabs } from "./Tabs";

const useStyles = makeStyles({
  header: { borderBottom: `1px solid ${tokens.colorNeutralStroke2}` },
  line: {
    display: "flex",
    alignItems: "center",
    gap: tokens.spacingHorizontalS,
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} 0`,
  },
  name: { margin: 0, fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, fontWeight: tokens.fontWeightSemibold, flexGrow: 1 },
  asOf: { flexShrink: 0, alignItems: "center", gridTemplateColumns: "auto auto", columnGap: tokens.spacingHorizontalXS },
  date: { width: "132px" },
  reads: { display: "block", padding: `0 ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS}`, color: tokens.colorNeutralForeground2 },
  range: { fontSize: "inherit", lineHeight: "inherit" },
});

interface FrameHeaderProps {
  readonly tabs?: RefObject<HTMLDivElement>;
  readonly screen: ScreenName;
  readonly onGo: (screen: ScreenName) => void;
  readonly asOf: AsOf;
  readonly book: BookRead | null;
  readonly stale: boolean;
  readonly onReadAgain: () => void;
  readonly onSelect: (block: CellBlock) => void;
}

export function FrameHeader({ tabs, screen, onGo, asOf, book, stale, onReadAgain, onSelect }: FrameHeaderProps): ReactElement {
  const styles = useStyles();
  return (
    <header className={styles.header}>
      <Tabs list={tabs} screen={screen} onGo={onGo} />
      <div className={styles.line}>
        <h1 className={styles.name}>{nameOfScreen(screen)}</h1>
        <AsOfInput asOf={asOf} />
        {/* Above it would lie over the tabs and take their clicks. */}
        <Tooltip content="Read again" relationship="label" positioning="below">
          <Button size="small" appearance="subtle" icon={<ArrowClockwise20Regular />} onClick={onReadAgain} />
        </Tooltip>
      </div>
      {book !== null && (
        <Text size={200} className={styles.reads}>
          Reads{" "}
          <Link inline className={styles.range} data-testid="trades-range" onClick={() => onSelect(book.place.block)}>
            {placeName(book.place)}
          </Link>
        </Text>
      )}
      {stale && (
        <MessageBar intent="warning" data-testid="stale">
          <MessageBarBody>The trades changed since this was read.</MessageBarBody>
          <MessageBarActions>
            <Button size="small" onClick={onReadAgain}>
              Read the changes
            </Button>
          </MessageBarActions>
        </MessageBar>
      )}
    </header>
  );
}

/** What is typed counts once it is a day; left blank it is today again. */
function AsOfInput({ asOf }: { readonly asOf: AsOf }): ReactElement {
  const styles = useStyles();
  const shown = isoFromDay(asOf.day);
  const [typed, setTyped] = useState(shown);
  useEffect(() => setTyped(shown), [shown]);
  const settle = (text: string): void => {
    const day = dayFromInput(text);
    if (day !== null) asOf.choose(day);
  };
  return (
    <Field label={{ children: "As of", size: "small" }} orientation="horizontal" className={styles.asOf}>
      <Input
        type="date"
        size="small"
        className={styles.date}
        value={typed}
        data-testid="as-of"
        onChange={(_, { value }) => {
          setTyped(value);
          settle(value);
        }}
        onBlur={() => {
          if (typed === "") asOf.choose(null);
          setTyped(isoFromDay(typed === "" ? asOf.today : asOf.day));
        }}
      />
    </Field>
  );
}
