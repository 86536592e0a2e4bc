/**
 * What `npm run lint` holds the code to, besides the compiler. The direction of imports and the ban on clocks are
 * a test (test/shipping/import-direction.test.ts), because they concern the tree and not one file.
 */
import js from "@eslint/js";
import officeAddins from "eslint-plugin-office-addins";
import react from "eslint-plugin-react";
import reactHooks from "eslint-plugin-react-hooks";
import tseslint from "typescript-eslint";

const nodeGlobals = Object.fromEntries(
  ["__dirname", "Buffer", "console", "module", "process", "require", "setTimeout", "URL"].map((name) => [name, "readonly"]),
);

/** The rules about load and sync of office-addins, which catch reads of values that were never fetched. */
const officeRules = Object.fromEntries(
  Object.entries(officeAddins.configs.recommended.find((config) => config.plugins?.["office-addins"]).rules).filter(
    ([rule]) => rule.startsWith("office-addins/"),
  ),
);

export default tseslint.config(
  { ignores: ["dist/", "out/", "coverage/", ".cache/", "**/node_modules/"] },
  js.configs.recommended,
  tseslint.configs.recommended,
  {
    rules: {
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports", prefer: "type-imports", disallowTypeAnnotations: false }],
      "@typescript-eslint/no-unused-vars": ["error", { argsIgnorePattern: "^_", ignoreRestSiblings: true }],
      eqeqeq: ["error", "always"],
      // Readers of files meet control characters and say so in their patterns.
      "no-control-regex": "off",
      "no-eval": "error",
      "no-implied-eval": "error",
      "no-new-func": "error",
      "prefer-const": "error",
    },
  },
  {
    files: ["src/**/*.{ts,tsx}"],
    rules: {
      // A file past this length should be two; a warning, because a table of rows may be long and still be one thing.
      "max-lines": ["warn", { max: 250, skipBlankLines: true, skipComments: true }],
      "max-lines-per-function": ["warn", { max: 60, skipBlankLines: true, skipComments: true }],
      "no-console": "error",
    },
  },
  {
    // A view is mostly markup.
    files: ["src/taskpane/**/*.tsx"],
    rules: { "max-lines-per-function": ["warn", { max: 80, skipBlankLines: true, skipComments: true }] },
  },
  {
    // The layers that speak to Excel.
    files: ["src/{workbook,taskpane,commands}/**/*.{ts,tsx}"],
    plugins: { "office-addins": officeAddins },
    rules: officeRules,
  },
  {
    // A promise nobody waits for is an error nobody sees. These folders are where promises live.
    files: ["src/{workbook,taskpane,commands}/**/*.{ts,tsx}", "workbench/**/*.{ts,tsx}"],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      "@typescript-eslint/no-floating-promises": "error",
      "@typescript-eslint/no-misused-promises": ["error", { checksVoidReturn: { attributes: false } }],
    },
  },
  {
    files: ["src/**/*.tsx", "workbench/**/*.tsx"],
    plugins: { react, "react-hooks": reactHooks },
    settings: { react: { version: "18.3" } },
    rules: {
      ...react.configs.flat.recommended.rules,
      ...react.configs.flat["jsx-runtime"].rules,
      "react/no-danger": "error",
      "react/prop-types": "off",
      "react-hooks/rules-of-hooks": "error",
      "react-hooks/exhaustive-deps": "error",
    },
  },
  {
    // Excel hands a custom function cells of every kind, and the metadata generator accepts only `any` for them.
    files: ["src/functions/**/*.ts"],
    rules: { "@typescript-eslint/no-explicit-any": "off" },
  },
  {
    files: ["**/*.js"],
    languageOptions: { sourceType: "commonjs", globals: nodeGlobals },
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
  {
    // Tests load the built scripts, which are not modules of the source tree.
    files: ["test/**/*.{ts,tsx}"],
    rules: { "@typescript-eslint/no-require-imports": "off" },
  },
);
