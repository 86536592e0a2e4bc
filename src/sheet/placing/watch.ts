/** What a person watching a long read is told, and how they stop it. */
export interface Watch {
  /** Called between chunks with rows read and rows to read. */
  readonly onProgress?: (rowsDone: number, rowsInAll: number) => void;
  readonly signal?: AbortSignal;
}
