/** What functions.json says about the add-in's custom functions, as far as a host must know it. */

export interface ParameterMetadata {
  readonly name: string;
  readonly description?: string;
  readonly type?: string;
  readonly dimensionality?: string;
  readonly optional?: boolean;
  readonly repeating?: boolean;
}

export interface FunctionMetadata {
  readonly id: string;
  readonly name: string;
  readonly description?: string;
  readonly helpUrl?: string;
  readonly parameters: readonly ParameterMetadata[];
  readonly options?: {
    readonly stream?: boolean;
    readonly volatile?: boolean;
    readonly cancelable?: boolean;
    readonly requiresAddress?: boolean;
    readonly requiresParameterAddresses?: boolean;
  };
}

export interface FunctionsMetadata {
  readonly functions: readonly FunctionMetadata[];
  /** Without it Excel never hands an error cell to a function: the call fails with that error. */
  readonly allowErrorForDataTypeAny?: boolean;
}

/** Names the kinds of function this host does not run. */
export function unsupportedIn(metadata: FunctionsMetadata): readonly string[] {
  return metadata.functions.flatMap((entry) => {
    const kinds: string[] = [];
    if (entry.options?.stream) kinds.push("streaming");
    if (entry.options?.volatile) kinds.push("volatile");
    if (entry.options?.requiresParameterAddresses) kinds.push("parameter addresses");
    if (entry.parameters.some((parameter) => parameter.repeating)) kinds.push("repeating parameters");
    return kinds.map((kind) => `${entry.name}: ${kind}`);
  });
}
