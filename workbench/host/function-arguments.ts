/**
 * Turns what a formula hands over into what Excel sends to a custom function:
 * blank cells and omitted arguments are null, dates are serials, a single cell given for a range is
 * [[x]], error cells are error objects where the metadata allows them.
 */
import type { CardContent, CellError } from "../content";
import type { ArgumentMatrix, ArgumentValue, FunctionArgument } from "../grid/grid";
import type { FunctionMetadata, ParameterMetadata } from "./functions-metadata";

/** As it stands in the message to office.js. */
export type WireValue = null | number | string | boolean | { readonly type: "CustomFunctionError"; readonly code: string } | CardContent;
export type WireArgument = WireValue | readonly (readonly WireValue[])[];

export type PreparedArguments =
  | { readonly kind: "call"; readonly args: readonly WireArgument[] }
  | { readonly kind: "answer"; readonly error: CellError };

export function prepareArguments(
  metadata: FunctionMetadata,
  given: readonly FunctionArgument[],
  errorsAllowed: boolean,
): PreparedArguments {
  if (given.length > metadata.parameters.length) return answer("#VALUE!");
  const args: WireArgument[] = [];
  for (const [index, parameter] of metadata.parameters.entries()) {
    const prepared = prepareOne(parameter, given[index], errorsAllowed);
    if (isCellErrorArgument(prepared)) return { kind: "answer", error: prepared };
    args.push(prepared);
  }
  return { kind: "call", args };
}

function prepareOne(
  parameter: ParameterMetadata,
  given: FunctionArgument,
  errorsAllowed: boolean,
): WireArgument | CellError {
  if (given === undefined) return parameter.optional ? null : { error: "#VALUE!" };
  if (parameter.dimensionality === "matrix") {
    const matrix: ArgumentMatrix = isMatrix(given) ? given : [[given]];
    const wired = matrix.map((row) => row.map((value) => wireValue(parameter, value, errorsAllowed)));
    const error = wired.flat().find(isCellErrorArgument);
    return error ?? (wired as WireValue[][]);
  }
  const single = isMatrix(given) ? (given[0]?.[0] ?? null) : given;
  return wireValue(parameter, single, errorsAllowed);
}

/** A typed parameter converts as Excel does; what cannot be converted is #VALUE! and never reaches the function. */
function wireValue(parameter: ParameterMetadata, value: ArgumentValue, errorsAllowed: boolean): WireValue | CellError {
  const type = parameter.type ?? "any";
  if (isError(value)) {
    return errorsAllowed && type === "any" ? { type: "CustomFunctionError", code: value.error } : value;
  }
  if (isCard(value)) return type === "any" ? value : { error: "#VALUE!" };
  if (type === "number") return asNumber(value);
  if (type === "boolean") return typeof value === "string" ? { error: "#VALUE!" } : Boolean(value);
  if (type === "string") return value === null ? "" : textOf(value);
  return value;
}

function asNumber(value: null | number | string | boolean): number | CellError {
  if (value === null) return 0;
  if (typeof value === "string" && value.trim() === "") return { error: "#VALUE!" };
  const number = Number(value);
  return Number.isFinite(number) ? number : { error: "#VALUE!" };
}

function textOf(value: number | string | boolean): string {
  return typeof value === "boolean" ? (value ? "TRUE" : "FALSE") : String(value);
}

/** Ranges given where the function takes one value: Excel calls it once a cell and spills the answers. */
export function liftedShape(
  metadata: FunctionMetadata,
  given: readonly FunctionArgument[],
): { readonly rows: number; readonly columns: number } | null {
  let rows = 1;
  let columns = 1;
  for (const [index, parameter] of metadata.parameters.entries()) {
    const argument = given[index];
    if (parameter.dimensionality === "matrix" || argument === undefined || !isMatrix(argument)) continue;
    rows = Math.max(rows, argument.length);
    columns = Math.max(columns, argument[0]?.length ?? 0);
  }
  return rows * columns > 1 ? { rows, columns } : null;
}

/** The arguments of one call of a lifted function; one row or column is repeated, what is missing is #N/A. */
export function liftedArguments(
  metadata: FunctionMetadata,
  given: readonly FunctionArgument[],
  row: number,
  column: number,
): readonly FunctionArgument[] {
  return given.map((argument, index) => {
    if (metadata.parameters[index]?.dimensionality === "matrix") return argument;
    if (argument === undefined || !isMatrix(argument)) return argument;
    const line = argument[argument.length === 1 ? 0 : row];
    const value = line?.[line.length === 1 ? 0 : column];
    return value === undefined ? { error: "#N/A" as const } : value;
  });
}

export function isMatrix(argument: ArgumentMatrix | ArgumentValue): argument is ArgumentMatrix {
  return Array.isArray(argument);
}

function isError(value: ArgumentValue): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

/** A Stocks cell and its like: functions that take any kind of value are handed the whole of it. */
function isCard(value: ArgumentValue): value is CardContent {
  return typeof value === "object" && value !== null && !("error" in value);
}

function isCellErrorArgument(value: WireArgument | CellError): value is CellError {
  return typeof value === "object" && value !== null && "error" in value;
}

function answer(error: CellError["error"]): PreparedArguments {
  return { kind: "answer", error: { error } };
}
