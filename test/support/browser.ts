import { existsSync } from "node:fs";
import { join } from "node:path";
import chromium from "@sparticuz/chromium";
import {
  type Browser,
  type BrowserContext,
  type BrowserContextOptions,
  type LaunchOptions,
  chromium as playwright,
} from "playwright-core";

/**
 * A real Chromium: one that is installed, or else the one from npm (Linux x64 and arm64). No browser is a failure, never a skip.
 * With SHOW_BROWSER set people see it at work; the one from npm has no window to show.
 * @param more switches of its command line, besides those that every test needs
 * @throws Error saying what to install when there is none
 */
export async function launchBrowser(more: readonly string[] = []): Promise<Browser> {
  return playwright.launch(await optionsOf(more));
}

/** Unpacks the browser from npm, where none is installed: workers that begin at the same time would run what the other one still writes. */
export async function unpackBrowser(): Promise<void> {
  if (!installedBrowser()) await chromium.executablePath();
}

/**
 * That browser as people have it: it keeps pages to go back to. Playwright cannot follow it there, and says so in its guide «Pages» and
 * in issue 19323: for tests of going back alone.
 */
export async function launchKeepingPages(): Promise<Browser> {
  // Headless Chromium keeps none without the switch; other builds do not know it and need nothing.
  const options = await optionsOf(["--enable-bfcache"]);
  return playwright.launch({ ...options, ignoreDefaultArgs: ["--disable-back-forward-cache"] });
}

/**
 * That browser with a profile that outlives its process, as on somebody's own device: launched again with the same folder it has all
 * that its pages kept.
 * @throws Error as `launchBrowser`
 */
export async function launchWithProfile(
  folder: string,
  device: Pick<BrowserContextOptions, "viewport" | "locale">,
): Promise<BrowserContext> {
  return playwright.launchPersistentContext(folder, { ...(await optionsOf([])), ...device });
}

async function optionsOf(more: readonly string[]): Promise<LaunchOptions> {
  const installed = installedBrowser();
  const isShown = Boolean(process.env.SHOW_BROWSER);
  // Nothing in the background: the tests' machine has no network, and a browser that asks for one only waits. The flags that
  // the npm package suggests are not used: one of them turns the same-origin policy off, and with it half of what is tested.
  const quiet = [
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
    ...more,
  ];
  if (installed)
    return {
      executablePath: installed,
      args: ["--no-sandbox", ...quiet],
      headless: !isShown,
    };
  if (isShown || process.platform !== "linux") {
    throw new Error(
      "The journeys need Chrome or Chromium: install one, or set CHROME_PATH to its program.",
    );
  }
  const executablePath = await chromium.executablePath();
  const args = ["--no-sandbox", "--disable-gpu", ...quiet];
  return { executablePath, args };
}

function installedBrowser(): string | undefined {
  const { CHROME_PATH, PROGRAMFILES = "" } = process.env;
  const places = [
    CHROME_PATH,
    "/usr/bin/google-chrome",
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    PROGRAMFILES && join(PROGRAMFILES, "Google", "Chrome", "Application", "chrome.exe"),
  ];
  return places.find((place) => place && existsSync(place));
}
