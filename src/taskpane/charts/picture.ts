/**
 * What every picture of the pane has: a title, one sentence that says what it shows, the same facts as a table behind a
 * button, and marks that take the keyboard. `Picture.tsx` draws the frame; each picture draws its own SVG into it.
 */
export interface PictureProps {
  readonly title: string;
  /** For everyone and for screen readers: "12 of 40 lots are below basis; the largest loss is XYZ, −$1,204." */
  readonly summary: string;
  readonly table: { readonly columns: readonly string[]; readonly rows: readonly (readonly string[])[] };
  readonly height: number;
  readonly testId: string;
  /** `width` is the room there is, in pixels. */
  readonly children: (width: number) => React.ReactNode;
}

/** A focusable mark: arrow keys move between the marks of a picture, Enter acts. */
export interface MarkProps {
  /** "XYZ lot L1: −$250.00, 40 days to long-term" */
  readonly label: string;
  readonly x: number;
  readonly y: number;
  readonly onAct?: () => void;
  readonly children: React.ReactNode;
}
