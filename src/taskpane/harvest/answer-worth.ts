/** What losses are worth together in the year as it stands (R-TLH-4, R-TLH-5). */
import { worthOfLoss } from "../../harvest/worth-of-loss";
import { done } from "../../values/outcome";
import type { Answering } from "../engine/contract";

export const answerWorth: Answering<"worth"> = ({ facts: { year } }, loss) => Promise.resolve(done({ ask: loss, worth: year.ok ? worthOfLoss(year.value, loss) : null }));
