/** Integer programs solved by HiGHS. The build puts its machine code, highs.wasm, beside worker.js. */
import loadHighs, { type Highs, type Model, type ModelData } from "highs";
import type { Program, Solve, Solved } from "../../harvest/least-tax/exact/integer-program";

/** Rejects where the machine code cannot be had or may not run. */
export async function highsSolver(): Promise<Solve> {
  const { location } = globalThis as { readonly location?: Location };
  return solveWith(await loadHighs(location === undefined ? {} : { locateFile: (file) => new URL(file, location.href).href }));
}

function solveWith(highs: Highs): Solve {
  // Between two programs whoever waits has its turn.
  return (program) => Promise.resolve().then(() => highs.withModel(modelOf(highs, program), (model) => solved(highs, model, program)));
}

function solved({ constants }: Highs, model: Model, { columns, within, seconds }: Program): Solved {
  const isWhole = columns.some((column) => column.isWhole);
  model.options.set({ output_flag: false, time_limit: Math.max(0, seconds), mip_abs_gap: within, mip_rel_gap: 0, ...(isWhole ? {} : { solver: "simplex" }) });
  model.run();
  const status = model.getModelStatus();
  if (status === constants.modelStatus.infeasible) return { end: "impossible", values: null, bound: Infinity, prices: NONE };
  const isLeast = status === constants.modelStatus.optimal;
  const hasValues = model.info.get("primal_solution_status") === constants.solutionStatus.feasible;
  const { colValue, rowDual } = model.getSolution();
  const bound = isWhole ? Number(model.info.get("mip_dual_bound")) : isLeast ? model.getObjectiveValue() : -Infinity;
  return { end: isLeast ? "least" : "stopped", values: hasValues ? colValue : null, bound, prices: !isWhole && isLeast ? rowDual : NONE };
}

const NONE = new Float64Array(0);

function modelOf({ constants }: Highs, { columns, rows }: Program): ModelData {
  const starts = new Int32Array(rows.length + 1);
  rows.forEach((row, at) => (starts[at + 1] = starts[at]! + row.columns.length));
  const isWhole = columns.some((column) => column.isWhole);
  const { integer, continuous } = constants.variableType;
  return {
    numCols: columns.length,
    numRows: rows.length,
    colCost: columns.map(({ cost }) => cost),
    colLower: columns.map(({ least }) => least),
    colUpper: columns.map(({ most }) => most),
    rowLower: rows.map(({ least }) => least),
    rowUpper: rows.map(({ most }) => most),
    matrix: {
      format: "csr",
      numRows: rows.length,
      numCols: columns.length,
      starts,
      indices: Int32Array.from(rows.flatMap((row) => row.columns)),
      values: Float64Array.from(rows.flatMap((row) => row.values)),
    },
    ...(isWhole ? { integrality: columns.map((column) => (column.isWhole ? integer : continuous)) } : {}),
  };
}
