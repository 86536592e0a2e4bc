/** Small faults to be put into a source file, one at a time, each by its place in the syntax tree. */
import ts from "typescript";
import { placeKey, placeOf } from "./places";

export interface Mutant {
  /** Path from the project, with forward slashes. */
  readonly file: string;
  /** From 1. */
  readonly line: number;
  /** The line as it stands, without the space around it. */
  readonly lineText: string;
  /** `<` → `<=` */
  readonly change: string;
  /** Which of the same changes on equal lines of the file, from 1. */
  readonly occurrence: number;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  /** Where it must be come by, as `placeKey` has it; null where loading the file is enough. */
  readonly place: string | null;
  /** The file as it was when the mutant was made: it may change while a run lasts. */
  readonly source: string;
}

interface Fault {
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
  readonly change: string;
  readonly node: ts.Node;
}

export function mutantsOf(file: string, source: string): readonly Mutant[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.ES2022, true);
  const lines = source.split("\n");
  const seen = new Map<string, number>();
  return faultsIn(tree).map(({ node, ...fault }) => {
    const place = placeOf(node);
    const { line } = tree.getLineAndCharacterOfPosition(fault.start);
    const lineText = (lines[line] ?? "").trim();
    const same = `${lineText} ${fault.change}`;
    const occurrence = (seen.get(same) ?? 0) + 1;
    seen.set(same, occurrence);
    return { file, line: line + 1, lineText, occurrence, source, place: place && placeKey(file, place), ...fault };
  });
}

export function brokenSource({ source, start, end, replacement }: Mutant): string {
  return source.slice(0, start) + replacement + source.slice(end);
}

function faultsIn(tree: ts.SourceFile): readonly Fault[] {
  const faults: Fault[] = [];
  const visit = (node: ts.Node) => {
    if (isOnlyTypes(node)) return;
    for (const [replaced, replacement] of faultsAt(node)) {
      const [start, end] = [replaced.getStart(tree), replaced.getEnd()];
      faults.push({ node: replaced, start, end, replacement, change: `\`${shortened(replaced.getText(tree))}\` → \`${shortened(replacement)}\`` });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return faults;
}

/** Nothing of it runs, or it only numbers kinds: any other numbers would do. */
function isOnlyTypes(node: ts.Node): boolean {
  return (
    ts.isTypeNode(node) || ts.isInterfaceDeclaration(node) || ts.isTypeAliasDeclaration(node) || ts.isImportDeclaration(node) ||
    ts.isExportDeclaration(node) || ts.isEnumDeclaration(node)
  );
}

type Replacement = readonly [replaced: ts.Node, replacement: string];

function faultsAt(node: ts.Node): readonly Replacement[] {
  if (ts.isBinaryExpression(node)) return binary(node);
  if (ts.isNumericLiteral(node)) return isPlaceOfBit(node) ? [] : [[node, String(Number(node.text.replace(/_/g, "")) + 1)]];
  if (node.kind === ts.SyntaxKind.TrueKeyword) return [[node, "false"]];
  if (node.kind === ts.SyntaxKind.FalseKeyword) return [[node, "true"]];
  if (ts.isPrefixUnaryExpression(node)) return prefix(node);
  if (ts.isPropertyAccessExpression(node)) return smallerOrLarger(node);
  if (ts.isIfStatement(node)) return [...earlyExit(node), ...plainCondition(node.expression)];
  if (ts.isConditionalExpression(node)) return plainCondition(node.condition);
  return [];
}

const OPERATORS: ReadonlyMap<ts.SyntaxKind, readonly string[]> = new Map([
  [ts.SyntaxKind.LessThanToken, ["<=", ">="]],
  [ts.SyntaxKind.LessThanEqualsToken, ["<", ">"]],
  [ts.SyntaxKind.GreaterThanToken, [">=", "<="]],
  [ts.SyntaxKind.GreaterThanEqualsToken, [">", "<"]],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, ["!=="]],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, ["==="]],
  [ts.SyntaxKind.AmpersandAmpersandToken, ["||"]],
  [ts.SyntaxKind.BarBarToken, ["&&"]],
  [ts.SyntaxKind.PlusToken, ["-"]],
  [ts.SyntaxKind.MinusToken, ["+"]],
  [ts.SyntaxKind.AsteriskToken, ["/"]],
  [ts.SyntaxKind.SlashToken, ["*"]],
  [ts.SyntaxKind.PlusEqualsToken, ["-="]],
  [ts.SyntaxKind.MinusEqualsToken, ["+="]],
  [ts.SyntaxKind.AmpersandToken, ["|"]],
  [ts.SyntaxKind.BarToken, ["&"]],
]);

function binary(node: ts.BinaryExpression): readonly Replacement[] {
  if (node.operatorToken.kind === ts.SyntaxKind.PlusToken && (isText(node.left) || isText(node.right))) return [];
  return (OPERATORS.get(node.operatorToken.kind) ?? []).map((operator) => [node.operatorToken, operator]);
}

function isText(node: ts.Expression): boolean {
  if (ts.isParenthesizedExpression(node)) return isText(node.expression);
  if (ts.isBinaryExpression(node)) return isText(node.left) || isText(node.right);
  return ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
}

/** The 3 of 1 << 3 in a list of marks: every mark has a bit of its own, whichever it is. */
function isPlaceOfBit(node: ts.NumericLiteral): boolean {
  return ts.isBinaryExpression(node.parent) && node.parent.operatorToken.kind === ts.SyntaxKind.LessThanLessThanToken;
}

function prefix(node: ts.PrefixUnaryExpression): readonly Replacement[] {
  const { operator, operand } = node;
  if (operator !== ts.SyntaxKind.ExclamationToken && operator !== ts.SyntaxKind.MinusToken) return [];
  return [[node, operand.getText()]];
}

function smallerOrLarger(node: ts.PropertyAccessExpression): readonly Replacement[] {
  if (node.expression.getText() !== "Math") return [];
  const other = { min: "max", max: "min" }[node.name.text];
  return other === undefined ? [] : [[node.name, other]];
}

/** `if (…) return null;` never happens. */
function earlyExit({ expression, thenStatement, elseStatement }: ts.IfStatement): readonly Replacement[] {
  if (elseStatement !== undefined) return [];
  const only = ts.isBlock(thenStatement) && thenStatement.statements.length === 1 ? thenStatement.statements[0] : thenStatement;
  const isExit = only !== undefined && (ts.isContinueStatement(only) || (ts.isReturnStatement(only) && saysNothing(only.expression)));
  return isExit ? [[expression, "false"]] : [];
}

function saysNothing(returned: ts.Expression | undefined): boolean {
  if (returned === undefined || returned.kind === ts.SyntaxKind.NullKeyword) return true;
  return ts.isArrayLiteralExpression(returned) && returned.elements.length === 0;
}

/** A condition without an operator of its own. */
function plainCondition(condition: ts.Expression): readonly Replacement[] {
  const isPlain = ts.isIdentifier(condition) || ts.isCallExpression(condition) || ts.isPropertyAccessExpression(condition) || ts.isElementAccessExpression(condition);
  return isPlain ? [[condition, `!${condition.getText()}`]] : [];
}

const LONGEST = 60;

function shortened(text: string): string {
  const oneLine = text.replace(/\s+/g, " ");
  return oneLine.length <= LONGEST ? oneLine : `${oneLine.slice(0, LONGEST - 1)}…`;
}
