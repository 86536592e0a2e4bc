/** The engine and how often what it answers from has changed, for every view below the frame. */
import { createContext } from "react";
import type { UnderWay } from "../under-way";
import type { Engine } from "./contract";

export interface EngineInUse {
  readonly engine: Engine;
  /** As ScreenProps.revision: an answer belongs to one revision. */
  readonly revision: number;
  /** Answers of this revision by question and ask, so that a screen left and entered again shows at once. */
  readonly known: Map<string, unknown>;
  readonly underWay: UnderWay;
}

export const EngineContext = createContext<EngineInUse | null>(null);
