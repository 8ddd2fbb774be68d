import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Browser, BrowserContextOptions, Locator, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach } from "vitest";
import { launchChromium } from "./chromium.ts";
import { type PageApp, type PageAppOptions, startPageApp } from "./page-app.ts";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export const phone: BrowserContextOptions = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

/** One browser for a suite, and the page's server anew for each of its tests. To be called inside `describe`.
 *  @param executable where Chromium is; see `findChromium`  @param options what each test begins with */
export function pageInBrowser(executable: string | undefined, options: PageAppOptions = {}) {
  let browser: Browser;
  let app: PageApp;
  /** What went wrong on any page: errors of scripts, and what the security policy held back. */
  const problems: string[] = [];

  beforeAll(async () => {
    browser = await launchChromium(executable ?? "");
  });
  beforeEach(async () => {
    problems.length = 0;
    app = await startPageApp(options);
  });
  afterEach(async () => {
    await Promise.all(browser.contexts().map((context) => context.close()));
    await app.close();
  });
  afterAll(() => browser.close());

  return {
    problems,
    get app(): PageApp {
      return app;
    },
    get browser(): Browser {
      return browser;
    },
    /** The server again, put together otherwise. */
    async restart(options: PageAppOptions): Promise<void> {
      await app.close();
      app = await startPageApp(options);
    },
    /** An empty page of a browser that was never here before. */
    async newPage(options: BrowserContextOptions = {}): Promise<Page> {
      const context = await browser.newContext({ locale: "nl-NL", viewport: { width: 1280, height: 800 }, reducedMotion: "reduce", ...options });
      const page = await context.newPage();
      page.on("pageerror", (error) => problems.push(error.message));
      page.on("console", (message) => {
        if (message.text().includes("Content Security Policy")) problems.push(message.text());
      });
      return page;
    },
  };
}

/** What axe finds on the page as it is now, a line each. */
export async function violations(page: Page): Promise<string[]> {
  // The page allows no foreign script; the checker comes in by the browser's own tools, which need no leave.
  await page.evaluate(axe);
  return page.evaluate<string[]>(
    'axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) => violations.map((each) => each.id + ": " + each.nodes[0].html.slice(0, 200)))',
  );
}

/** A watch that goes by a page's own clock, which must be installed (`page.clock.install()`). Put forward, the clock lets the page's timers
 *  come due at once: what the page promises to do within some seconds can then be seen without sitting through them. */
export async function watchOf(page: Page) {
  const now = () => page.evaluate(() => Date.now());
  const startedAtMs = await now();
  return {
    putForward: (ms: number) => page.clock.fastForward(ms),
    /** What went by since, of the page's time: what was put forward, and what was waited for. */
    passedMs: async () => (await now()) - startedAtMs,
  };
}

/** Taps something far down a passport. First into sight, then the tap: skills that come into sight on the way get their true height only
 *  then, and what moves between the pressing and the lifting of a mouse gets no tap. */
export async function tap(part: Locator): Promise<void> {
  await part.evaluate((node) => node.scrollIntoView({ block: "center", behavior: "instant" }));
  await part.click();
}

/** Whether all of it can be seen in the log without scrolling. */
export function isInSight(part: Locator): Promise<boolean> {
  return part.evaluate((node) => {
    const box = node.getBoundingClientRect();
    const log = document.getElementById("log")?.getBoundingClientRect();
    return log !== undefined && box.height > 0 && box.top >= log.top && box.bottom <= log.bottom;
  });
}
