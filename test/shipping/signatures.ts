/** functions.json as one line a function, which is what a reader of a diff wants to see. */

export interface DescribedParameter {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface DescribedFunction {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly DescribedParameter[];
  readonly result: { readonly type?: string; readonly dimensionality?: string };
  readonly options?: Readonly<Record<string, boolean>>;
}

export interface Metadata {
  readonly functions: readonly DescribedFunction[];
  readonly allowCustomDataForDataTypeAny?: boolean;
  readonly allowErrorForDataTypeAny?: boolean;
}

/** `LONGTERMDATE(acquired: any[][], [kind: any[][]]) → any[][]` */
export function signature(described: DescribedFunction): string {
  const kind = (one: { readonly type?: string; readonly dimensionality?: string }) =>
    `${one.type ?? "any"}${one.dimensionality === "matrix" ? "[][]" : ""}`;
  const parameters = described.parameters.map((parameter) => {
    const text = `${parameter.repeating ? "..." : ""}${parameter.name}: ${kind(parameter)}`;
    return parameter.optional ? `[${text}]` : text;
  });
  const name = described.id === described.name ? described.id : `${described.id} as ${described.name}`;
  const options = Object.keys(described.options ?? {}).map((option) => ` @${option}`).join("");
  return `${name}(${parameters.join(", ")}) → ${kind(described.result)}${options}`;
}
