/** Highest cost per share first, for the twin's HIFO: a binary heap whose stale entries are skipped. */
import type { TwinLot } from "./decimal-twin";

/** A lot as it stood when it was put in: its keys must not move under the heap. */
interface Entry extends Pick<TwinLot, "cost" | "basis" | "shares" | "place" | "version"> {
  readonly lot: TwinLot;
}

export class CostHeap {
  private readonly entries: Entry[] = [];

  push(lot: TwinLot): void {
    const { entries } = this;
    const { cost, basis, shares, place, version } = lot;
    let at = entries.push({ lot, cost, basis, shares, place, version }) - 1;
    while (at > 0) {
      const parent = (at - 1) >> 1;
      if (!this.before(at, parent)) break;
      this.swap(at, parent);
      at = parent;
    }
  }

  /** The dearest lot that is still open. */
  pop(): TwinLot {
    for (;;) {
      const top = this.entries[0];
      if (top === undefined) throw new Error("The twin sells more than is held.");
      this.removeTop();
      if (top.lot.open && top.version === top.lot.version) return top.lot;
    }
  }

  private removeTop(): void {
    const { entries } = this;
    const last = entries.pop();
    if (entries.length === 0 || last === undefined) return;
    entries[0] = last;
    for (let at = 0; ; ) {
      let least = at;
      for (const child of [2 * at + 1, 2 * at + 2]) if (child < entries.length && this.before(child, least)) least = child;
      if (least === at) return;
      this.swap(at, least);
      at = least;
    }
  }

  /** Dearer per share; equal costs by acquisition. Quotients of 34 digits decide unless they are equal. */
  private before(left: number, right: number): boolean {
    const [a, b] = [this.entries[left]!, this.entries[right]!];
    const order = b.cost.cmp(a.cost) || b.basis.times(a.shares).cmp(a.basis.times(b.shares));
    const [bought, other] = [a.lot.trade, b.lot.trade];
    return (order || bought.day - other.day || bought.row - other.row || a.place.cmp(b.place)) < 0;
  }

  private swap(a: number, b: number): void {
    [this.entries[a], this.entries[b]] = [this.entries[b]!, this.entries[a]!];
  }
}
