/** Changes of the settings sheet that the pane asks for. */

/** The row called `name` (and, where several may stand, with this first value) is to hold these values. No values: the row is commented out with #. */
export interface SettingChange {
  readonly name: string;
  /** For names that may stand in several rows (Account, Identical, Replacement): the first value tells which. */
  readonly first?: string;
  readonly values: readonly (string | number)[];
  /** What the row said when it was read, its first value as text; null: no row was there. Where it says another now, nothing is written. Left out: whatever it says. */
  readonly was?: string | null;
}
