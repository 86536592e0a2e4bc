/** The engine in the thread it is called from, in slices: inside the worker, in tests, and on the page where no worker can be had. */
import { done, refuse, type Outcome } from "../../values/outcome";
import { bookOnDesk, pricesOnDesk } from "../read-book";
import { ANSWERS, FREE_ANSWERS } from "./answers";
import type { Answering, AnsweringFreely, Desk, Engine, FreeQuestion, Question, Questions, ReadRequest, TurnRequest, Waiting } from "./contract";
import { layDesk } from "./desk";
import { stepFor } from "./step";

const NOTHING_READ = "No trades have been read yet.";

export function engineHere(answers: typeof ANSWERS = ANSWERS): Engine {
  let desk: Desk | null = null;
  return {
    read: async (request: ReadRequest, waiting: Waiting = {}) => {
      const read = await bookOnDesk(request, stepFor(waiting));
      desk = read.ok ? read.value.desk : null;
      return read.ok ? done(read.value.book) : read;
    },
    turn: async ({ prices, asOf }: TurnRequest) => {
      if (desk === null) return refuse("missing-fact", NOTHING_READ);
      const read = pricesOnDesk(prices, desk.book);
      desk = layDesk(desk, asOf, read?.read ?? null);
      return done(read?.shown ?? null);
    },
    ask: async <Q extends Question>(question: Q, ask: Questions[Q]["ask"], waiting: Waiting = {}): Promise<Outcome<Questions[Q]["answer"]>> => {
      const step = stepFor(waiting);
      if (isFree(question)) {
        const freely = FREE_ANSWERS[question] as AnsweringFreely<FreeQuestion>;
        await step.breathe();
        return (await freely(ask as Questions[FreeQuestion]["ask"], step)) as Outcome<Questions[Q]["answer"]>;
      }
      if (desk === null) return refuse("missing-fact", NOTHING_READ);
      const answering = answers[question as Exclude<Question, FreeQuestion>] as unknown as Answering<Q>;
      await step.breathe();
      return answering(desk, ask, step);
    },
    close: () => (desk = null),
  };
}

function isFree(question: Question): question is FreeQuestion {
  return question in FREE_ANSWERS;
}
