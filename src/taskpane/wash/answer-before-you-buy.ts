import { refuse } from "../../values/outcome";
import type { Answering } from "../engine/contract";

export const answerBeforeYouBuy: Answering<"beforeYouBuy"> = async () => refuse("missing-fact", "Not built yet.");
