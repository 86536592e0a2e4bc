/**
 * The layers of src and what each may reach. Imports run downhill only:
 *
 *   values ← lots ← rules ← tax, harvest, report, import ← sheet ← functions, workbook, taskpane, commands
 *
 * A folder may import from itself and from the folders named for it here; nothing else.
 */
import path from "node:path";
import ts from "typescript";

const PURE = ["values", "lots", "rules", "tax", "harvest", "report", "import", "sheet"];

const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  values: [],
  lots: ["values"],
  rules: ["values", "lots"],
  tax: ["values", "lots", "rules"],
  harvest: ["values", "lots", "rules", "tax"],
  report: ["values", "lots", "rules", "tax", "harvest"],
  import: ["values", "lots", "rules"],
  sheet: PURE.filter((layer) => layer !== "sheet"),
  functions: PURE,
  workbook: PURE,
  // The pane's views are handed what they need; only its entry may know the workbook (see PANE_ENTRY).
  taskpane: PURE,
  commands: [...PURE, "workbook"],
};

/** The one file that joins the pane's views to the workbook. */
const PANE_ENTRY = "src/taskpane/index.tsx";
/** Writes the accountant's copy as a file, away from the page: what it takes from the workbook's folder (copy-file) knows no Excel. */
const COPY_ANSWER = "src/taskpane/package/answer-copy.ts";

/** Packages a layer may import; the rest of the tree imports none. */
const PACKAGES: Readonly<Record<string, readonly RegExp[]>> = {
  // Workbooks to import: unpacked within bounds, then read by the small edition.
  import: [/^papaparse$/, /^fflate$/, /^@e965\/xlsx(\/dist\/xlsx\.mini\.min)?$/],
  // Zips the accountant's copy.
  workbook: [/^fflate$/],
  taskpane: [/^react(-dom(\/client)?)?$/, /^@fluentui\/react-/, /^d3-scale$/, /^highs$/],
};
const PACKAGES_OF_ALL = [/^decimal\.js$/];

const EXCEL_GLOBALS = new Set(["Office", "Excel", "CustomFunctions", "OfficeExtension", "OfficeRuntime"]);
const EXCEL_LAYERS = new Set(["functions", "workbook", "taskpane", "commands"]);
const CLOCKS = new Set(["Date", "performance"]);
const PAGE_GLOBALS = new Set(["window", "document", "localStorage", "sessionStorage", "navigator"]);
const PAGE_LAYERS = new Set(["taskpane"]);
const NETWORK = new Set(["fetch", "XMLHttpRequest", "WebSocket", "EventSource", "sendBeacon", "importScripts"]);

/** What a source file does that its layer may not; each as `file:line: sentence`. `file` is relative, with slashes. */
export function breaches(file: string, text: string): string[] {
  const [root, layer = ""] = file.split("/");
  const found: string[] = [];
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true, file.endsWith("x") ? ts.ScriptKind.TSX : ts.ScriptKind.TS);
  const say = (node: ts.Node, sentence: string) =>
    found.push(`${file}:${source.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${sentence}`);

  if (root !== "src" || !(layer in MAY_IMPORT)) return [`${file}: src/${layer} is not a layer of the design`];

  const visit = (node: ts.Node): void => {
    const specifier = importedSpecifier(node);
    if (specifier !== null) {
      const sentence = importBreach(file, layer, specifier);
      if (sentence) say(node, sentence);
    }
    if (ts.isIdentifier(node) && isReference(node)) {
      const sentence = globalBreach(layer, node);
      if (sentence) say(node, sentence);
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The module named by an import, export … from, import() or import type; null for other nodes. */
function importedSpecifier(node: ts.Node): string | null {
  if ((ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) && node.moduleSpecifier && ts.isStringLiteral(node.moduleSpecifier)) {
    return node.moduleSpecifier.text;
  }
  if (ts.isCallExpression(node) && (node.expression.kind === ts.SyntaxKind.ImportKeyword || isNamed(node.expression, "require"))) {
    const [argument] = node.arguments;
    return argument && ts.isStringLiteral(argument) ? argument.text : "a computed module name";
  }
  if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument) && ts.isStringLiteral(node.argument.literal)) {
    return node.argument.literal.text;
  }
  return null;
}

function importBreach(file: string, layer: string, specifier: string): string | null {
  if (!specifier.startsWith(".")) {
    const allowed = [...PACKAGES_OF_ALL, ...(PACKAGES[layer] ?? [])];
    return allowed.some((pattern) => pattern.test(specifier)) ? null : `${layer} may not import the package "${specifier}"`;
  }
  const target = path.posix.join(path.posix.dirname(file), specifier).split("/");
  if (target[0] !== "src") return `src may not import "${specifier}", which lies outside src`;
  const from = target[1] ?? "";
  if (from === layer || MAY_IMPORT[layer]?.includes(from)) return null;
  if ((file === PANE_ENTRY || file === COPY_ANSWER) && from === "workbook") return null;
  return `${layer} may not import from ${from}: imports run downhill only`;
}

function globalBreach(layer: string, node: ts.Identifier): string | null {
  const name = node.text;
  if (EXCEL_GLOBALS.has(name) && !EXCEL_LAYERS.has(layer)) return `${layer} may not know ${name}`;
  if (CLOCKS.has(name) && layer !== "taskpane" && !isInType(node)) return `${layer} may not use ${name}: only the pane reads the clock`;
  if (PAGE_GLOBALS.has(name) && !PAGE_LAYERS.has(layer) && !isDeclared(node)) return `${layer} may not use ${name}: only the pane has a page`;
  if (NETWORK.has(name)) return `nothing may use ${name}: the add-in sends nothing`;
  if (name === "Math" && ts.isPropertyAccessExpression(node.parent) && node.parent.name.text === "random" && layer !== "taskpane") {
    return `${layer} may not use Math.random: the same cells give the same answer`;
  }
  return null;
}

/** An identifier that stands for a variable, not the name of a member or of an import. */
function isReference(node: ts.Identifier): boolean {
  const parent = node.parent;
  if (ts.isPropertyAccessExpression(parent) && parent.name === node) return parent.name.text === "sendBeacon";
  if (ts.isQualifiedName(parent) && parent.right === node) return false;
  // `const { Date: date } = cells` names a column, not the clock.
  if (ts.isBindingElement(parent) && parent.propertyName === node) return false;
  if ((ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent)) && parent.name === node) return false;
  if (ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent) || ts.isEnumMember(parent)) return parent.name !== node;
  return !(ts.isImportSpecifier(parent) || ts.isImportClause(parent) || ts.isJsxAttribute(parent));
}

const isNamed = (node: ts.Node, name: string) => ts.isIdentifier(node) && node.text === name;
const isInType = (node: ts.Node) => ts.isTypeReferenceNode(node.parent);

/** A parameter or variable of our own that happens to be called like a page global. */
function isDeclared(node: ts.Identifier): boolean {
  for (let scope: ts.Node | undefined = node; scope; scope = scope.parent) {
    if (ts.isFunctionLike(scope) && scope.parameters.some((parameter) => isNamed(parameter.name, node.text))) return true;
    if (ts.isBlock(scope) && scope.statements.some((statement) => ts.isVariableStatement(statement) && statement.declarationList.declarations.some((declaration) => isNamed(declaration.name, node.text)))) return true;
  }
  return false;
}
