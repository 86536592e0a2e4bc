/** Sheets that the pane writes, as data, and what leaves the workbook as text. */
export { settingsSummary, type DraftOrigin, type DraftStyle, type FormulaReferences } from "./live-or-values";
export { planDrafts, type PlanDraftOptions } from "./plan-sheet";
export { openLotsDraft, type LotForSheet } from "./open-lots-sheet";
export { washTrailDraft } from "./wash-trail-sheet";
export { termCalendarDraft } from "./term-calendar-sheet";
export { identificationRows, identificationsOfPlan, memoDraft, type IdentificationMade } from "./identification-memo";
export { identificationMemo, type Identification, type IdentificationMemo, type IdentifiedLot } from "../../report/identification-memo";
export { orderListDraft, ordersOfPlan } from "./order-list";
export { orderFile, type Order, type OrderFile, type OrderFormat, type OrderTerms } from "../../report/order-list";
