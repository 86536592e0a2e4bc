/**
 * The frame of every picture of the pane: a title, one sentence that says what it shows, the same facts as a table behind
 * a button, and marks that take the keyboard. Each picture draws its own SVG into it.
 *
 * Keyboard: one mark of a picture is in the tab order. Arrow keys, Home and End move between the marks, Enter and Space
 * act, Escape puts the words away.
 */
import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { useId, useMemo, useState, type ReactElement, type ReactNode } from "react";
import { MarkWords, useMarkWords } from "./MarkWords";
import { PictureTable } from "./PictureTable";
import { HatchIdContext } from "./hatch";
import { moveBetweenMarks, useOneTabStop } from "./roving";
import { useRoom } from "./use-room";

export interface PictureProps {
  readonly title: string;
  /** For everyone and for screen readers: "12 of 40 lots are below basis; the largest loss is XYZ, −$1,204." */
  readonly summary: string;
  readonly table: PictureTableShown;
  readonly height: number;
  readonly testId: string;
  /** Draws into an SVG of `width` × `height`; `width` is the room there is, in pixels. */
  readonly children: (width: number) => ReactNode;
}

export interface PictureTableShown {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** Columns (from 0) of figures, which stand to the right. None given: all but the first. */
  readonly figures?: readonly number[];
}

const useStyles = makeStyles({
  figure: { margin: `${tokens.spacingVerticalM} 0 0`, position: "relative", minWidth: 0 },
  line: { display: "flex", alignItems: "center", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  title: { margin: 0, fontSize: tokens.fontSizeBase300, fontWeight: tokens.fontWeightSemibold },
  switch: { flexShrink: 0, minWidth: "auto", fontWeight: tokens.fontWeightRegular },
  summary: { margin: `0 0 ${tokens.spacingVerticalXS}`, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200, color: tokens.colorNeutralForeground2 },
  room: { position: "relative", minWidth: 0 },
  svg: { display: "block", overflow: "visible", fontFamily: tokens.fontFamilyBase, fontSize: tokens.fontSizeBase100 },
});

export function Picture({ title, summary, table, height, testId, children }: PictureProps): ReactElement {
  const styles = useStyles();
  const [asTable, setAsTable] = useState(false);
  const id = useId();
  return (
    <figure className={styles.figure} data-testid={testId} aria-labelledby={`${id}-title`}>
      <div className={styles.line}>
        <h3 id={`${id}-title`} className={styles.title}>
          {title}
        </h3>
        <Button size="small" appearance="subtle" className={styles.switch} onClick={() => setAsTable(!asTable)}>
          {asTable ? "Show as picture" : "Show as table"}
        </Button>
      </div>
      <p id={`${id}-summary`} className={styles.summary}>
        {summary}
      </p>
      {asTable ? (
        <PictureTable title={title} table={table} />
      ) : (
        <Drawing id={id} height={height}>
          {children}
        </Drawing>
      )}
    </figure>
  );
}

interface DrawingProps extends Pick<PictureProps, "height" | "children"> {
  readonly id: string;
}

function Drawing({ id, height, children }: DrawingProps): ReactElement {
  const styles = useStyles();
  const { room, width } = useRoom();
  const marks = useOneTabStop();
  const { words, handlers } = useMarkWords();
  // The words that follow the pointer must not draw hundreds of marks anew.
  const drawn = useMemo(() => children(width), [children, width]);
  return (
    <div ref={room} className={styles.room}>
      <HatchIdContext.Provider value={`hatch-${id.replace(/[^\w-]/g, "")}`}>
        <svg
          ref={marks}
          className={styles.svg}
          width={width}
          height={height}
          role="group"
          aria-labelledby={`${id}-title`}
          aria-describedby={`${id}-summary`}
          onKeyDown={(event) => {
            handlers.onKeyDown(event);
            moveBetweenMarks(event);
          }}
          onFocus={handlers.onFocus}
          onBlur={handlers.onBlur}
          onPointerOver={handlers.onPointerOver}
          onPointerLeave={handlers.onPointerLeave}
        >
          {drawn}
        </svg>
      </HatchIdContext.Provider>
      <MarkWords words={words} width={width} />
    </div>
  );
}
