/**
 * Opens the workbench in an installed Chrome, Edge or Chromium: a window of its own with a profile of
 * its own, in which this server's certificate is accepted and nothing else is trusted more than usual.
 */
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface BrowserWindow {
  readonly closed: Promise<void>;
}

export function hasDisplay(): boolean {
  if (process.platform === "win32" || process.platform === "darwin") return true;
  return Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);
}

/** Null when no such browser is installed. */
export function openWindow(url: string, publicKeyHash: string): BrowserWindow | null {
  const executable = installedBrowser();
  if (executable === null) return null;
  const profile = mkdtempSync(join(tmpdir(), "taxlot-workbench-"));
  const browser = spawn(
    executable,
    [
      `--app=${url}`,
      `--user-data-dir=${profile}`,
      `--ignore-certificate-errors-spki-list=${publicKeyHash}`,
      "--window-size=1440,900",
      "--no-first-run",
      "--no-default-browser-check",
      "--disable-sync",
      "--disable-background-networking",
    ],
    { stdio: "ignore" },
  );
  const closed = new Promise<void>((resolve) => {
    const end = () => {
      rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
      resolve();
    };
    browser.once("exit", end);
    browser.once("error", end);
  });
  return { closed };
}

function installedBrowser(): string | null {
  const named = process.env.CHROMIUM_PATH;
  if (named !== undefined) return existsSync(named) ? named : null;
  if (process.platform === "darwin") return MAC_BROWSERS.find((path) => existsSync(path)) ?? null;
  if (process.platform === "win32") return windowsBrowsers().find((path) => existsSync(path)) ?? null;
  for (const name of LINUX_BROWSERS) {
    const found = spawnSync("which", [name], { encoding: "utf8" });
    if (found.status === 0) return found.stdout.trim();
  }
  return null;
}

const MAC_BROWSERS = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
];

const LINUX_BROWSERS = ["google-chrome", "google-chrome-stable", "microsoft-edge", "chromium", "chromium-browser"];

function windowsBrowsers(): readonly string[] {
  const roots = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
  const inside = ["Google\\Chrome\\Application\\chrome.exe", "Microsoft\\Edge\\Application\\msedge.exe"];
  return roots.flatMap((root) => (root === undefined ? [] : inside.map((path) => join(root, path))));
}
