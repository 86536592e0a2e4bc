/**
 * Draws the icons: `npm run icons` writes assets/icon.svg and assets/icon-N.png.
 *
 * The picture is a T built from lots: a slab on a stack of three, the lowest of which (the first bought) is the one
 * being sold. Every edge lies on a whole pixel at every size, which scaling one drawing would not give at 20, 24
 * and 40; so each size states its own measures.
 */
import fs from "node:fs";
import path from "node:path";
import { launchBrowser } from "../workbench/run/browser";

const ASSETS = path.resolve(__dirname, "../assets");
const GREEN = "#0f6b4f";
const WHITE = "#ffffff";
const AMBER = "#ffc145";

/** In pixels; margin is the space round the T, gap the one between slabs. */
type Measures = readonly [size: number, margin: number, gap: number, topHeight: number, lowerHeight: number];
const LARGEST: Measures = [128, 16, 8, 24, 16];
const MEASURES: readonly Measures[] = [
  [16, 2, 1, 3, 2],
  [20, 2, 1, 4, 3],
  [24, 3, 1, 6, 3],
  [32, 4, 2, 6, 4],
  [40, 5, 2, 9, 5],
  [48, 6, 3, 9, 6],
  [64, 8, 4, 12, 8],
  [80, 10, 5, 15, 10],
  [96, 12, 6, 18, 12],
  LARGEST,
];

/** The icon at one size as SVG text. */
function iconSvg([size, margin, gap, topHeight, lowerHeight]: Measures): string {
  const stem = 2 * Math.round((size * 3) / 16);
  const slab = (x: number, y: number, width: number, height: number, colour: string) =>
    `  <rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${size < 48 ? 0 : Math.round(size / 64)}" fill="${colour}"/>`;
  const lower = [0, 1, 2].map((place) =>
    slab(
      (size - stem) / 2,
      margin + topHeight + gap + place * (lowerHeight + gap),
      stem,
      lowerHeight,
      place === 2 ? AMBER : WHITE,
    ),
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}" viewBox="0 0 ${size} ${size}">`,
    "  <title>Taxlot</title>",
    `  <rect width="${size}" height="${size}" rx="${Math.round(size / 6)}" fill="${GREEN}"/>`,
    slab(margin, margin, size - 2 * margin, topHeight, WHITE),
    ...lower,
    "</svg>",
    "",
  ].join("\n");
}

async function drawIcons(): Promise<void> {
  // No page is loaded over the network, so no certificate needs trust.
  const browser = await launchBrowser("");
  try {
    for (const measures of MEASURES) {
      const [size] = measures;
      const page = await browser.newPage({ viewport: { width: size, height: size } });
      await page.setContent(`<style>body { margin: 0 } svg { display: block }</style>${iconSvg(measures)}`);
      await page.screenshot({ path: path.join(ASSETS, `icon-${size}.png`), omitBackground: true });
      await page.close();
    }
  } finally {
    await browser.close();
  }
  fs.writeFileSync(path.join(ASSETS, "icon.svg"), iconSvg(LARGEST));
}

drawIcons().catch((error: unknown) => {
  console.error(error);
  process.exitCode = 1;
});
