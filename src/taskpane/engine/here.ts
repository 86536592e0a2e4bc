/** The engine in the thread it is called from, in slices: inside the worker, in tests, and on the page where no worker can be had. */
import { done, refuse, type Outcome } from "../../values/outcome";
import { formOnDesk, formRead, type FormOnDesk } from "../forms/forms-on-desk";
import { bookOnDesk, pricesOnDesk } from "../read-book";
import { ANSWERS, FREE_ANSWERS } from "./answers";
import type { Answering, AnsweringFreely, Desk, Engine, FreeQuestion, Question, Questions, ReadRequest, TurnRequest, Waiting } from "./contract";
import { layDesk } from "./desk";
import { stepFor } from "./step";

const NOTHING_READ = "No trades have been read yet.";

export function engineHere(answers: typeof ANSWERS = ANSWERS): Engine {
  let desk: Desk | null = null;
  let forms: readonly FormOnDesk[] = [];
  return {
    read: async (request: ReadRequest, waiting: Waiting = {}) => {
      const read = await bookOnDesk(request, stepFor(waiting));
      desk = read.ok ? { ...read.value.desk, forms } : null;
      return read.ok ? done(read.value.book) : read;
    },
    turn: async ({ prices, asOf }: TurnRequest) => {
      if (desk === null) return refuse("missing-fact", NOTHING_READ);
      const read = pricesOnDesk(prices, desk.book);
      desk = layDesk(desk, asOf, read?.read ?? null, forms);
      return done(read?.shown ?? null);
    },
    readForms: async (taken, waiting = {}) => {
      const step = stepFor(waiting);
      const read: FormOnDesk[] = [];
      for (const form of taken) {
        await step.breathe();
        read.push(formOnDesk(form));
      }
      forms = read;
      if (desk !== null) desk = { ...desk, forms };
      return done(read.map(formRead));
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
