/**
 * A Chromium without a window. By default the one inside the npm package @sparticuz/chromium, which
 * brings its own libraries; CHROMIUM_PATH names another.
 */
import { existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { chromium, type Browser } from "playwright-core";
import { BROWSER } from "../paths";

/** What the unpacked folder holds once unpacking has succeeded. */
const UNPACKED = ["chromium", "fonts", "al2023/lib", "libGLESv2.so"];

const STARTS_WITHIN_MS = 180_000;

export async function launchBrowser(publicKeyHash: string): Promise<Browser> {
  const own = process.env.CHROMIUM_PATH;
  if (own !== undefined && !existsSync(own)) throw new Error(`CHROMIUM_PATH names ${own}, which does not exist.`);
  const executablePath = own ?? (await unpackedChromium());
  return chromium.launch({
    executablePath,
    headless: true,
    timeout: STARTS_WITHIN_MS,
    args: flags(publicKeyHash),
    env: own ? inherited() : { ...inherited(), ...librariesOf(BROWSER) },
  });
}

function flags(publicKeyHash: string): string[] {
  const isRoot = process.getuid?.() === 0;
  return [
    `--ignore-certificate-errors-spki-list=${publicKeyHash}`,
    "--disable-dev-shm-usage",
    "--disable-extensions",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-domain-reliability",
    "--no-default-browser-check",
    "--no-first-run",
    "--no-pings",
    "--font-render-hinting=none",
    "--force-color-profile=srgb",
    // Chromium's sandbox refuses to start for root.
    ...(isRoot ? ["--no-sandbox"] : []),
  ];
}

function inherited(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

/** A bare system lacks libraries and fonts that the package carries for another one. */
function librariesOf(folder: string): Record<string, string> {
  const libraries = join(folder, "al2023", "lib");
  const others = process.env.LD_LIBRARY_PATH;
  return {
    LD_LIBRARY_PATH: others ? `${others}:${libraries}` : libraries,
    FONTCONFIG_PATH: process.env.FONTCONFIG_PATH ?? join(folder, "fonts"),
  };
}

/**
 * The package unpacks into the temporary folder and takes whatever it finds there for complete.
 * Unpacking beside the final place and renaming makes that true, also when two runs start at once.
 */
async function unpackedChromium(): Promise<string> {
  const executable = join(BROWSER, "chromium");
  if (UNPACKED.every((name) => existsSync(join(BROWSER, name)))) return executable;
  const staging = `${BROWSER}.unpacking-${process.pid}`;
  rmSync(staging, { recursive: true, force: true });
  mkdirSync(staging, { recursive: true });
  await unpackInto(staging);
  rmSync(BROWSER, { recursive: true, force: true });
  try {
    renameSync(staging, BROWSER);
  } catch (error) {
    if (!existsSync(executable)) throw error;
    rmSync(staging, { recursive: true, force: true });
  }
  return executable;
}

async function unpackInto(folder: string): Promise<void> {
  const before = { ...process.env };
  // Where the package unpacks, and what makes it unpack its libraries too.
  process.env.TMPDIR = folder;
  process.env.AWS_EXECUTION_ENV = "AWS_Lambda_nodejs20.x";
  process.env.AWS_LAMBDA_FUNCTION_NAME = "workbench";
  try {
    const packaged: unknown = createRequire(__filename)("@sparticuz/chromium");
    await executablePathOf(packaged);
  } finally {
    for (const name of Object.keys(process.env)) if (!(name in before)) delete process.env[name];
    Object.assign(process.env, before);
  }
}

/** Required from CommonJS the package is its class; its types describe the ES module. */
function executablePathOf(packaged: unknown): Promise<string> {
  const { default: inside } = packaged as { default?: PackagedChromium };
  return (inside ?? (packaged as PackagedChromium)).executablePath();
}

interface PackagedChromium {
  executablePath(): Promise<string>;
}
