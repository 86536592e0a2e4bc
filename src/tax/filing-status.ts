/** IRC 1(a) to (d). A qualifying surviving spouse uses MFJ, with the joint thresholds (1(a), 1411(b)(1)). */
export type FilingStatus = "Single" | "MFJ" | "MFS" | "HOH";

export const FILING_STATUSES: readonly FilingStatus[] = ["Single", "MFJ", "MFS", "HOH"];
