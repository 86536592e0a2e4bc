/** The words of the mark that has the pointer or the focus, beside it. One for a whole picture. */
import { makeStyles, tokens } from "@fluentui/react-components";
import { useCallback, useMemo, useState, type FocusEvent, type KeyboardEvent, type PointerEvent, type ReactElement } from "react";
import { MARK } from "./roving";

interface Words {
  readonly text: string;
  /** Middle of the mark, and its upper and lower edge, in pixels of the picture. */
  readonly x: number;
  readonly top: number;
  readonly bottom: number;
}

interface WordsHandlers {
  readonly onFocus: (event: FocusEvent<SVGSVGElement>) => void;
  readonly onBlur: () => void;
  readonly onPointerOver: (event: PointerEvent<SVGSVGElement>) => void;
  readonly onPointerLeave: () => void;
  readonly onKeyDown: (event: KeyboardEvent<SVGSVGElement>) => void;
}

export function useMarkWords(): { readonly words: Words | null; readonly handlers: WordsHandlers } {
  const [words, setWords] = useState<Words | null>(null);
  const away = useCallback(() => setWords(null), []);
  const handlers = useMemo(
    (): WordsHandlers => ({
      onFocus: (event) => setWords(wordsOf(event.target, event.currentTarget)),
      onBlur: away,
      // Between two marks the words stay, so that a pointer can cross a gap.
      onPointerOver: (event) => {
        const next = wordsOf(event.target, event.currentTarget);
        if (next !== null) setWords(next);
      },
      onPointerLeave: away,
      onKeyDown: (event) => {
        if (event.key === "Escape") setWords(null);
      },
    }),
    [away],
  );
  return { words, handlers };
}

function wordsOf(target: EventTarget, svg: SVGSVGElement): Words | null {
  const mark = (target as Element).closest(`[${MARK}]`);
  const text = mark?.getAttribute("aria-label") ?? null;
  if (mark === null || text === null) return null;
  const frame = svg.getBoundingClientRect();
  const box = mark.getBoundingClientRect();
  return { text, x: (box.left + box.right) / 2 - frame.left, top: box.top - frame.top, bottom: box.bottom - frame.top };
}

const WIDTH = 200;
/** Above this there is no room over the mark. */
const ROOM_ABOVE = 56;

const useStyles = makeStyles({
  words: {
    position: "absolute",
    zIndex: 1,
    width: "max-content",
    maxWidth: `${WIDTH}px`,
    boxSizing: "border-box",
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalS}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    color: tokens.colorNeutralForeground1,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    boxShadow: tokens.shadow8,
    pointerEvents: "none",
  },
});

/** Hidden from screen readers, which hear the name of the mark itself. */
export function MarkWords({ words, width }: { readonly words: Words | null; readonly width: number }): ReactElement | null {
  const styles = useStyles();
  if (words === null) return null;
  const left = Math.max(0, Math.min(words.x - WIDTH / 2, width - WIDTH));
  const place = words.top < ROOM_ABOVE ? { top: words.bottom + 4 } : { top: words.top - 4, transform: "translateY(-100%)" };
  return (
    <div className={styles.words} aria-hidden style={{ left, ...place }}>
      {words.text}
    </div>
  );
}
