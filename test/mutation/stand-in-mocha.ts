/** describe and it as mocha has them, as far as our tests use them: tests are collected, and run one at a time. */

interface Context {
  timeout(ms?: number): Context;
  slow(ms?: number): Context;
}

type Body = (this: Context) => unknown;

interface Block {
  readonly name: string;
  readonly parent: Block | null;
  readonly before: Body[];
  readonly beforeEach: Body[];
  hasBegun: boolean;
}

export interface CollectedTest {
  readonly name: string;
  run(): Promise<void>;
}

const CONTEXT: Context = { timeout: () => CONTEXT, slow: () => CONTEXT };

export class Collector {
  private block: Block = newBlock("", null);
  private tests: CollectedTest[] = [];

  /** The tests that a file declares while it is loaded. */
  collect(load: () => void): readonly CollectedTest[] {
    this.block = newBlock("", null);
    this.tests = [];
    load();
    return this.tests;
  }

  /** What a test file finds as its globals. */
  readonly globals = {
    describe: (name: string, body: Body) => {
      this.block = newBlock(name, this.block);
      body.call(CONTEXT);
      this.block = this.block.parent!;
      return CONTEXT;
    },
    it: (name: string, body?: Body) => {
      if (body !== undefined) this.tests.push(collected(name, body, this.block));
      return CONTEXT;
    },
    before: (body: Body) => void this.block.before.push(body),
    beforeEach: (body: Body) => void this.block.beforeEach.push(body),
    after: () => undefined,
    afterEach: () => undefined,
  };
}

function newBlock(name: string, parent: Block | null): Block {
  return { name, parent, before: [], beforeEach: [], hasBegun: false };
}

function collected(name: string, body: Body, block: Block): CollectedTest {
  const blocks = outerFirst(block);
  return {
    name: [...blocks.map((one) => one.name).filter((one) => one !== ""), name].join(" › "),
    run: async () => {
      for (const one of blocks) {
        if (one.hasBegun) continue;
        one.hasBegun = true;
        for (const hook of one.before) await hook.call(CONTEXT);
      }
      for (const one of blocks) for (const hook of one.beforeEach) await hook.call(CONTEXT);
      await body.call(CONTEXT);
    },
  };
}

function outerFirst(block: Block): readonly Block[] {
  return block.parent === null ? [block] : [...outerFirst(block.parent), block];
}
