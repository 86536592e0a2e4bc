/**
 * Which statement a fault lies in, and a source whose statements tell when they are run: a test that never comes
 * by a statement cannot notice its faults.
 */
import ts from "typescript";

/** Set by marked sources while they run: which places they have come by, by number. */
const REACHED = "__reached";

/** Counts places while sources are marked and run. */
export class Places {
  private readonly keys: string[] = [];

  /** A source whose statements and short bodies tell that they run. */
  marked(file: string, source: string): string {
    const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
    const inserted: Insertion[] = [];
    const visit = (node: ts.Node) => {
      if (isPlace(node)) inserted.push(...this.marks(file, node, tree));
      ts.forEachChild(node, visit);
    };
    visit(tree);
    // From the end on, so that what comes before keeps its position.
    return inserted
      .sort((a, b) => b.at - a.at)
      .reduce((text, { at, text: more }) => text.slice(0, at) + more + text.slice(at), source);
  }

  /** The places that were come by while this ran, as `placeKey` has them. */
  async comeBy(run: () => Promise<void>): Promise<readonly string[]> {
    const reached: number[] = [];
    (globalThis as Record<string, unknown>)[REACHED] = reached;
    await run();
    return Object.keys(reached).map((number) => this.keys[Number(number)]!);
  }

  private marks(file: string, node: ts.Node, tree: ts.SourceFile): readonly Insertion[] {
    const tells = `${REACHED}[${this.keys.push(placeKey(file, node)) - 1}]=1`;
    const at = node.getStart(tree);
    return ts.isStatement(node) ? [{ at, text: `${tells};` }] : [{ at, text: `(${tells}, ` }, { at: node.getEnd(), text: ")" }];
  }
}

interface Insertion {
  readonly at: number;
  readonly text: string;
}

function isPlace(node: ts.Node): boolean {
  return !ts.isSourceFile(node) && !ts.isSourceFile(node.parent) && placeOf(node) === node;
}

/** The statement, or the body of a short function, that must run for the node to run; null where loading the file runs it. */
export function placeOf(node: ts.Node): ts.Node | null {
  for (let one = node; !ts.isSourceFile(one.parent); one = one.parent) {
    if (ts.isArrowFunction(one.parent) && one.parent.body === one && !ts.isBlock(one)) return one;
    if (ts.isStatement(one) && (ts.isBlock(one.parent) || ts.isCaseOrDefaultClause(one.parent))) return one;
  }
  return null;
}

export function placeKey(file: string, place: ts.Node): string {
  return `${file}:${place.getStart()}`;
}
