/** The few functions of Excel that the copy uses, calculated anew from the cells: a reader of formulas that knows nothing of our engine. */
import assert from "node:assert/strict";
import type { CopySheet } from "../../../src/sheet/copy/copy-types";
import { layOutDraft } from "../../../src/sheet/placing/draft-layout";

type Value = string | number | boolean | null;
type Token = { readonly kind: "number" | "text" | "name" | "area" | "sign"; readonly text: string };

const TOKENS =
  /\s*(?:(?<number>\d+(?:\.\d+)?)|"(?<text>(?:[^"]|"")*)"|(?<area>(?:(?:'(?:[^']|'')*'|[A-Za-z_]\w*)!)?\$?[A-Z]{1,3}\$?\d+(?::\$?[A-Z]{1,3}\$?\d+)?)|(?<name>[A-Z]+)|(?<sign>[-+*(),=]))/y;

export class Calculated {
  private readonly cells = new Map<string, readonly (readonly Value[])[]>();
  private readonly known = new Map<string, Value>();

  constructor(sheets: readonly CopySheet[]) {
    for (const { draft } of sheets) this.cells.set(draft.sheetName, layOutDraft(draft).cells);
  }

  /** From 0; a text without the apostrophe that says it is one. */
  at(sheet: string, row: number, column: number): Value {
    const key = `${sheet} ${row} ${column}`;
    if (this.known.has(key)) return this.known.get(key)!;
    const cells = this.cells.get(sheet) ?? assert.fail(`no sheet ${sheet}`);
    const cell = cells[row]?.[column] ?? null;
    const value = typeof cell !== "string" ? cell : cell.startsWith("=") ? this.formula(cell.slice(1), sheet) : cell.replace(/^'/, "");
    this.known.set(key, value);
    return value;
  }

  formula(text: string, sheet: string): number {
    const tokens: Token[] = [];
    TOKENS.lastIndex = 0;
    while (TOKENS.lastIndex < text.length) {
      const { groups } = TOKENS.exec(text) ?? assert.fail(`${text} is no plain formula`);
      const [kind, found] = Object.entries(groups!).find(([, one]) => one !== undefined)!;
      tokens.push({ kind: kind as Token["kind"], text: found! });
    }
    let next = 0;
    const is = (sign: string): boolean => tokens[next]?.kind === "sign" && tokens[next]!.text === sign;
    const take = (sign: string): void => assert.ok(is(sign) && next++ >= 0, `${sign} is missing in ${text}`);
    const sum = (): number => {
      let value = product();
      while (is("+") || is("-")) value += tokens[next++]!.text === "+" ? product() : -product();
      return value;
    };
    const product = (): number => {
      let value = part();
      while (is("*")) value *= (next++, part());
      return value;
    };
    const part = (): number => {
      const token = tokens[next++]!;
      if (token.kind === "number") return Number(token.text);
      if (token.text === "-") return -part();
      if (token.kind === "area") return Number(this.values(token.text, sheet)[0] ?? 0);
      assert.equal(token.kind, "name", `${token.text} in ${text}`);
      take("(");
      const value = this.call(token.text, sheet, { sum, skip: () => void next++, peek: () => tokens[next], endsArgument: () => tokens[next + 1]?.text === "," || tokens[next + 1]?.text === ")" });
      take(")");
      return value;
    };
    const value = sum();
    assert.equal(next, tokens.length, text);
    return value;
  }

  private call(name: string, sheet: string, read: { sum: () => number; skip: () => void; peek: () => Token | undefined; endsArgument: () => boolean }): number {
    const given: (number | readonly Value[] | { readonly cell: Value } | string)[] = [];
    do {
      if (given.length > 0) read.skip();
      const token = read.peek()!;
      if (token.kind === "text") given.push((read.skip(), token.text.replaceAll('""', '"')));
      else if (token.kind === "area" && read.endsArgument()) given.push((read.skip(), this.values(token.text, sheet)));
      else given.push(read.sum());
    } while (read.peek()?.text === ",");
    const numbers = (at: number): number[] => [given[at]].flat().filter((one): one is number => typeof one === "number");
    const total = (list: readonly number[]): number => list.reduce((all, one) => all + one, 0);
    const list = (at: number): readonly Value[] => given[at] as readonly Value[];
    switch (name) {
      case "ABS": return Math.abs(total(numbers(0)));
      case "COUNT": return numbers(0).length;
      case "SUM": return total(given.flatMap((_, at) => numbers(at)));
      case "ROUND": return rounded(total(numbers(0)), total(numbers(1)));
      case "COUNTIF": return list(0).filter((value) => meets(value, given[1])).length;
      case "SUMIFS": return total(list(0).filter((value, row) => typeof value === "number" && given.every((criterion, at) => at === 0 || at % 2 === 1 || meets(list(at - 1)[row]!, criterion))) as number[]);
      default: return assert.fail(`${name} is no function of the copy`);
    }
  }

  private values(address: string, sheet: string): Value[] {
    const [, quoted, plain, from, to] = /^(?:(?:'((?:[^']|'')*)'|(\w+))!)?([^:]+)(?::(.+))?$/.exec(address)!;
    const named = quoted?.replaceAll("''", "'") ?? plain ?? sheet;
    const [first, last] = [place(from!), place(to ?? from!)];
    const values: Value[] = [];
    for (let row = first.row; row <= last.row; row++) for (let column = first.column; column <= last.column; column++) values.push(this.at(named, row, column));
    return values;
  }
}

function place(address: string): { readonly row: number; readonly column: number } {
  const [, letters, row] = /^\$?([A-Z]+)\$?(\d+)$/.exec(address)!;
  return { row: Number(row) - 1, column: [...letters!].reduce((at, letter) => at * 26 + letter.charCodeAt(0) - 64, 0) - 1 };
}

/** Away from zero at one half, as Excel rounds; what doubles blur is straightened first. */
function rounded(value: number, digits: number): number {
  const shifted = Number((Math.abs(value) * 10 ** digits).toPrecision(15));
  return (Math.sign(value) * Math.floor(shifted + 0.5)) / 10 ** digits;
}

/** A comparison (">0"), or equal without regard to case. */
function meets(value: Value, criterion: unknown): boolean {
  const wanted = Array.isArray(criterion) ? criterion[0] : criterion;
  const compared = typeof wanted === "string" ? /^([<>])(-?\d+)$/.exec(wanted) : null;
  if (compared !== null) return typeof value === "number" && (compared[1] === ">" ? value > Number(compared[2]) : value < Number(compared[2]));
  return String(value ?? "").toUpperCase() === String(wanted ?? "").toUpperCase();
}
