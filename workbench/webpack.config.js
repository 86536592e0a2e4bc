/* The workbench's own page. Not part of the add-in: `npm run build` never runs this. */
const path = require("node:path");
const HtmlWebpackPlugin = require("html-webpack-plugin");

const cache = path.join(__dirname, "..", "node_modules", ".cache", "taxlot-workbench");

module.exports = {
  mode: "production",
  target: "web",
  context: __dirname,
  entry: { page: "./page/page.ts" },
  output: { path: path.join(cache, "page"), filename: "[name].js", clean: true },
  resolve: { extensions: [".ts", ".js"] },
  module: {
    rules: [
      {
        test: /\.ts$/,
        loader: "ts-loader",
        options: { transpileOnly: true, compilerOptions: { noEmit: false, target: "ES2022" } },
      },
      { test: /\.css$/, use: ["style-loader", "css-loader"] },
    ],
  },
  plugins: [new HtmlWebpackPlugin({ template: "page/page.html", filename: "index.html" })],
  // Served from this machine to this machine: smaller files would only cost time.
  optimization: { minimize: false },
  performance: { hints: false },
  cache: { type: "filesystem", cacheDirectory: path.join(cache, "webpack") },
};
