/**
 * Builds the shipped add-in into dist/: manifest.xml, taskpane.html, functions.js, functions.json, assets/ and
 * the pane's scripts (taskpane.js, worker.js, and solver.js with highs.wasm, which the worker loads when a proof is
 * asked for, and workbooks.js, which it loads when a workbook is imported). `--env development` builds the development add-in (own id, name and namespace, localhost addresses,
 * source maps) into dist/dev/.
 *
 * Type errors are the business of `npm run lint`; here TypeScript is only translated.
 */
"use strict";

const path = require("node:path");
const { BannerPlugin, IgnorePlugin } = require("webpack");
const CopyPlugin = require("copy-webpack-plugin");
const CustomFunctionsMetadataPlugin = require("custom-functions-metadata-plugin");
const HtmlPlugin = require("html-webpack-plugin");
const MinimizerPlugin = require("minimizer-webpack-plugin");
const { buildAddress, OFFICE_SCRIPT } = require("./build/addresses");
const { CONTENT_SECURITY_POLICY } = require("./build/content-security-policy");
const { FinishMetadataPlugin } = require("./build/finish-metadata-plugin");
const { functionFiles } = require("./build/function-files");
const { HelpPagesPlugin } = require("./build/help-pages-plugin");
const { ManifestPlugin } = require("./build/manifest-plugin");

const here = (...parts) => path.resolve(__dirname, ...parts);

module.exports = (env = {}) => {
  const development = Boolean(env.development);
  const address = buildAddress(development);
  const functions = functionFiles();

  return {
    mode: development ? "development" : "production",
    // Never an eval flavour: the page's Content-Security-Policy forbids eval.
    devtool: development ? "source-map" : false,
    // Excel's engines (the user's browser, WebView2, WKWebView) all know ES2020; no polyfills.
    target: ["web", "es2020"],
    entry: {
      functions,
      taskpane: here("src/taskpane/index.tsx"),
      // The pane's engine, in a thread of its own; the page starts it by name.
      // It loads the solver, solver.js, by itself and only when it needs it.
      worker: { import: here("src/taskpane/engine/worker.ts"), chunkLoading: "import-scripts", publicPath: "" },
    },
    output: {
      path: development ? here("dist/dev") : here("dist"),
      filename: "[name].js",
      // functions.js must also load where there is no window.
      globalObject: "globalThis",
      clean: development ? true : { keep: /^dev[\\/]/ },
    },
    resolve: {
      extensions: [".ts", ".tsx", ".mjs", ".js"],
      // The script form of HiGHS: the module form would carry the path of this machine.
      alias: { highs$: require.resolve("highs") },
    },
    module: {
      rules: [
        {
          test: /\.tsx?$/,
          exclude: /node_modules/,
          loader: "ts-loader",
          options: { transpileOnly: true, compilerOptions: { noEmit: false, sourceMap: development } },
        },
      ],
    },
    optimization: {
      // Each entry carries all it needs: functions.js is also loaded alone.
      splitChunks: false,
      runtimeChunk: false,
      // Licence notices stay inside the file they belong to.
      minimizer: [new MinimizerPlugin({ extractComments: false })],
    },
    performance: { hints: false },
    plugins: [
      new CustomFunctionsMetadataPlugin({ output: "functions.json", input: functions }),
      new FinishMetadataPlugin({ address }),
      new HtmlPlugin({
        filename: "taskpane.html",
        template: here("src/taskpane/taskpane.html"),
        // In this order: the functions are associated before the pane starts Office.
        chunks: ["functions", "taskpane"],
        chunksSortMode: "manual",
        scriptLoading: "blocking",
        inject: "body",
        minify: false,
        contentSecurityPolicy: CONTENT_SECURITY_POLICY,
        officeScript: OFFICE_SCRIPT,
      }),
      new CopyPlugin({
        patterns: [
          { from: "icon-*.png", context: here("assets"), to: "assets/[name][ext]" },
          { from: require.resolve("highs/runtime"), to: "highs.wasm" },
        ],
      }),
      // What HiGHS would ask of Node is never asked in a browser.
      new IgnorePlugin({ resourceRegExp: /^node:/, contextRegExp: /[\\/]highs[\\/]/ }),
      // The minimizer drops the notice together with the variable that it stands at.
      new BannerPlugin({ raw: true, test: "workbooks.js", banner: "/*! xlsx.js (C) 2013-present SheetJS, Apache-2.0 */" }),
      new HelpPagesPlugin(),
      new ManifestPlugin({ development }),
    ],
  };
};
