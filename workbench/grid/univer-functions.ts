/**
 * Our functions inside Univer's formula engine. Its own way of registering functions loses what Excel
 * keeps (blanks, omitted arguments, error cells, errors inside results), so these stand one level lower.
 */
import {
  ArrayValueObject,
  BaseFunction,
  BooleanValueObject,
  ErrorType,
  ErrorValueObject,
  FunctionType,
  NullValueObject,
  NumberValueObject,
  StringValueObject,
  type BaseReferenceObject,
  type BaseValueObject,
  type IFunctionInfo,
} from "@univerjs/preset-sheets-core";
import type { ErrorText } from "../content";
import { cardIn } from "./univer-cells";
import {
  PENDING,
  type ArgumentMatrix,
  type ArgumentValue,
  type FunctionAnswer,
  type FunctionArgument,
  type GridFunction,
} from "./grid";

export class UniverFunction extends BaseFunction {
  // An argument left out, a blank cell and a one-cell range look alike once Univer has turned
  // references into values. Reading the references ourselves keeps them apart.
  override needsReferenceObject = true;

  constructor(private readonly definition: GridFunction) {
    super(definition.name);
  }

  override calculate(...args: BaseValueObject[]): BaseValueObject {
    // A throw inside Univer's engine ends the whole calculation.
    try {
      const cell = { sheetId: this.subUnitId ?? "", row: this.row, column: this.column };
      return valueObject(this.definition.call(args.map(argumentOf), cell));
    } catch (error) {
      console.error(`workbench: ${this.definition.name}`, error);
      return ErrorValueObject.create(ErrorType.VALUE);
    }
  }
}

function argumentOf(object: BaseValueObject): FunctionArgument {
  if (object.isReferenceObject()) return referenced(object as unknown as BaseReferenceObject);
  if (object.isArray()) return matrixOf(object as ArrayValueObject);
  if (object.isNull()) return undefined;
  return plainValue(object);
}

/** The cells a reference names. A column or row named as a whole ends with the last cell in use. */
function referenced(reference: BaseReferenceObject): ArgumentMatrix | ArgumentValue {
  const { startRow, endRow, startColumn, endColumn } = reference.getRangePosition();
  if (!(startRow >= 0 && startColumn >= 0)) return { error: "#REF!" };
  const matrix: ArgumentValue[][] = [];
  for (let row = startRow; row <= endRow; row++) {
    matrix.push(new Array<ArgumentValue>(endColumn - startColumn + 1).fill(null));
  }
  reference.iterator((object, row, column) => {
    const line = matrix[row - startRow];
    if (line && object) line[column - startColumn] = cardIn(reference.getCellData(row, column)) ?? plainValue(object);
  });
  return matrix;
}

function matrixOf(array: ArrayValueObject): ArgumentMatrix {
  return array.getArrayValue().map((row) => row.map((object) => (object ? plainValue(object) : null)));
}

function plainValue(object: BaseValueObject): ArgumentValue {
  if (object.isError()) return { error: (object as ErrorValueObject).getErrorType() as ErrorText };
  if (object.isNull()) return null;
  const value: unknown = object.getValue();
  return typeof value === "number" || typeof value === "boolean" ? value : String(value);
}

const BUSY = "#BUSY!" as ErrorType;

function valueObject(answer: FunctionAnswer): BaseValueObject {
  if (answer === PENDING) return ErrorValueObject.create(BUSY);
  if (!isMatrix(answer)) return singleObject(answer);
  const rows = answer.map((row) => row.map(singleObject));
  return ArrayValueObject.create({
    calculateValueList: rows,
    rowCount: rows.length,
    columnCount: rows[0]?.length ?? 0,
    unitId: "",
    sheetId: "",
    row: -1,
    column: -1,
  });
}

function isMatrix(answer: ArgumentMatrix | ArgumentValue): answer is ArgumentMatrix {
  return Array.isArray(answer);
}

function singleObject(value: ArgumentValue): BaseValueObject {
  if (value === null) return NullValueObject.create();
  if (typeof value === "number") return NumberValueObject.create(value);
  if (typeof value === "boolean") return BooleanValueObject.create(value);
  if (typeof value === "string") return StringValueObject.create(value);
  if ("error" in value) return ErrorValueObject.create(value.error as ErrorType);
  return StringValueObject.create(String(value.text ?? ""));
}

export function functionInfo(definition: GridFunction): IFunctionInfo {
  return {
    functionName: definition.name,
    functionType: FunctionType.User,
    description: definition.description,
    abstract: definition.description,
    functionParameter: definition.parameters.map((parameter) => ({
      name: parameter.name,
      detail: parameter.description,
      example: "",
      require: parameter.optional ? 0 : 1,
      repeat: 0,
    })),
  };
}
