import assert from "node:assert/strict";
import { formulaForFile, formulaFromFile } from "../../workbench/files/formula-names";
import { formulaWords, joinWords } from "../../workbench/files/formula-words";
import { mayGiveSeveralValues } from "../../workbench/files/dynamic-formulas";
import { movedFormula } from "../../workbench/files/shared-formulas";

/** As people read it, and as the format stores it. */
const PAIRS: readonly (readonly [shown: string, stored: string])[] = [
  ["=TAXLOT.LOTGAIN(Trades[#All],\"NVDA\",10,B2,C2)", "_xldudf_TAXLOT_LOTGAIN(Trades[#All],\"NVDA\",10,B2,C2)"],
  ["=TAXLOTDEV.METHODS()", "_xldudf_TAXLOTDEV_METHODS()"],
  ["=SUM(INDEX(TAXLOT.REALIZED(A1:H9),,11))", "SUM(INDEX(_xldudf_TAXLOT_REALIZED(A1:H9),,11))"],
  ["=TAKE(SORT(FILTER(A1:B9,B1:B9>0)),3)", "_xlfn.TAKE(_xlfn._xlws.SORT(_xlfn._xlws.FILTER(A1:B9,B1:B9>0)),3)"],
  ["=XLOOKUP(A1,B1:B9,C1:C9)", "_xlfn.XLOOKUP(A1,B1:B9,C1:C9)"],
  ["=LET(x,A1,y,x*2,x+y)", "_xlfn.LET(_xlpm.x,A1,_xlpm.y,_xlpm.x*2,_xlpm.x+_xlpm.y)"],
  ["=MAP(A1:A3,LAMBDA(a,a+1))", "_xlfn.MAP(A1:A3,_xlfn.LAMBDA(_xlpm.a,_xlpm.a+1))"],
  ["=SUM(A4#)", "SUM(_xlfn.ANCHORARRAY(A4))"],
  ["=SUM('Wash sales'!A4#)", "SUM(_xlfn.ANCHORARRAY('Wash sales'!A4))"],
  ["=@A1:A9*2", "_xlfn.SINGLE(A1:A9)*2"],
  ["=@INDEX(A1:A9,2)", "_xlfn.SINGLE(INDEX(A1:A9,2))"],
  ["=SUM(A1:A9)", "SUM(A1:A9)"],
  ["=IF(A1=\"TAXLOT.X(\"\"LET(x\"\")\",1,2)", "IF(A1=\"TAXLOT.X(\"\"LET(x\"\")\",1,2)"],
  ["='TAKE(1)'!A1+#REF!", "'TAKE(1)'!A1+#REF!"],
  ["=_xldudf_CONTOSO_MY_ADD(1)", "_xldudf_CONTOSO_MY_ADD(1)"],
];

describe("Names of functions in files (office-js#3558; MS-XLSX 2.2.3)", () => {
  for (const [shown, stored] of PAIRS) {
    it(`stores ${shown}`, () => assert.equal(formulaForFile(shown), stored));
    it(`shows ${stored}`, () => assert.equal(formulaFromFile(stored), shown));
  }
  it("finds our functions whatever their case, and stores them in capitals", () =>
    assert.equal(formulaForFile("=taxlot.lotgain(A1)"), "_xldudf_TAXLOT_LOTGAIN(A1)"));
  it("leaves a column or a name that is called like a newer function alone", () =>
    assert.equal(formulaForFile("=Sort+Trades[TAKE]"), "Sort+Trades[TAKE]"));
  it("writes [@Amount] in the long form, with the table the cell is in", () => {
    assert.equal(formulaForFile("=[@Amount]*[@[Net fee]]", "Trades"), "Trades[[#This Row],[Amount]]*Trades[[#This Row],[Net fee]]");
    assert.equal(formulaForFile("=Trades[@Amount]", "Trades"), "Trades[[#This Row],[Amount]]");
  });
  it("keeps a function it does not know as it is stored", () =>
    assert.equal(formulaFromFile("_xlfn.SOMETHING.NEW(1)"), "=_xlfn.SOMETHING.NEW(1)"));
  it("cuts a formula into words that joined again are the formula", () => {
    for (const odd of ["=\"open", "='open", "=[open", "=1..2e+", "=((#", "={1,\"}\"}", "=é_1+\\x?", "="]) {
      assert.equal(joinWords(formulaWords(odd)), odd);
      assert.equal(formulaFromFile(odd.slice(1)), odd);
    }
  });
});

describe("ECMA-376 part 1, 18.3.1.40: formulas shared by a block of cells", () => {
  const cases: readonly (readonly [string, number, number, string])[] = [
    ["A1+$A1+A$1+$A$1", 2, 1, "B3+$A3+B$1+$A$1"],
    ["SUM(A:A)+SUM($A:B)+MAX(1:1)+MAX($1:3)", 2, 1, "SUM(B:B)+SUM($A:C)+MAX(3:3)+MAX($1:5)"],
    ["IF(B1=\"A1\",'A1 B1'!C1,LOG10(D1))", 1, 0, "IF(B2=\"A1\",'A1 B1'!C2,LOG10(D2))"],
    ["Trades[[#This Row],[A1]]*A1", 1, 1, "Trades[[#This Row],[A1]]*B2"],
    ["A1+Rate1x+1+2", 0, 1, "B1+Rate1x+1+2"],
    ["A1-B2", -1, 0, "#REF!-B1"],
    ["XFD1", 0, 1, "#REF!"],
  ];
  for (const [formula, down, right, expected] of cases) {
    it(`${formula} moved ${down} down and ${right} right`, () => assert.equal(movedFormula(formula, down, right), expected));
  }
});

describe("Which formulas are stored as dynamic arrays", () => {
  for (const formula of [
    "=TAXLOT.OPENLOTS(A1:H9)", "=A1:A3*2", "=SUM(A1:A3*2)", "=Trades", "=Trades[Amount]", "=A1#", "=@A1:A3", "={1,2}",
    "=IF(A1:A3>0,1,0)", "=XLOOKUP(A1,B1:B3,C1:C3)", "=UNKNOWN(1)", "=Sheet2!A1:B2", "=SUM(A1:A3)+B1:B3", "=Trades[@[A]:[B]]",
  ]) it(`${formula} may give several values`, () => assert.equal(mayGiveSeveralValues(formula), true));
  for (const formula of [
    "=1+2", "=SUM(A1:A3)", "=SUM( A1:A3 , C1 )", "=SUM(Trades[Amount])", "=A1*$B$2", "=IF(A1>0,\"a:b\",Sheet2!B1)", "=ROUND(SUM(1:3),2)",
    "=[@Amount]*2", "=Trades[[#This Row],[Amount]]", "='My trades'!A1", "=DATE(2024,1,2)", "=TRUE",
  ]) it(`${formula} gives one`, () => assert.equal(mayGiveSeveralValues(formula), false));
});
