/* global CustomFunctions */
/* An add-in that only tells what it was given, to hold the workbench to what Excel hands a function. */
const kindOf = (value) =>
  value === null
    ? "null"
    : value instanceof CustomFunctions.Error
      ? `error ${value.code}`
      : `${typeof value} ${String(value)}`;

CustomFunctions.associate("KINDS", (cells) => cells.map((row) => row.map(kindOf)));
CustomFunctions.associate("KIND", (value, option) => `${kindOf(value)}, ${kindOf(option)}`);
CustomFunctions.associate("TYPED", (number, text) => `${kindOf(number)}, ${kindOf(text)}`);
CustomFunctions.associate("SHAPE", (cells) => `${cells.length} x ${cells[0].length}`);
CustomFunctions.associate("ANSWERS", () => [
  ["text", 1.5, true],
  ["", new CustomFunctions.Error(CustomFunctions.ErrorCode.notAvailable), "#N/A"],
]);
CustomFunctions.associate("REFUSES", (code) => {
  throw new CustomFunctions.Error(CustomFunctions.ErrorCode[code], "because");
});
CustomFunctions.associate("BREAKS", () => {
  throw new TypeError("a bug");
});
let calls = 0;
CustomFunctions.associate("CALLS", () => ++calls);
