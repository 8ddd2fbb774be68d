import { existsSync } from "node:fs";
import { type Browser, chromium } from "playwright-core";

const places = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome", "/usr/bin/google-chrome-stable"];

/** Where a Chromium is on this machine; undefined, with one line that says what to install, where there is none. */
export function findChromium(): string | undefined {
  const found = places.find((path) => existsSync(path));
  if (!found) console.warn("No Chromium here: the tests in a browser are skipped. On Debian: apt-get install chromium");
  return found;
}

/** @param more arguments beside those that every test needs */
export function launchChromium(executablePath: string, more: readonly string[] = []): Promise<Browser> {
  return chromium.launch({
    executablePath,
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-gpu",
      "--disable-quic",
      "--no-first-run",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      ...more,
    ],
  });
}
