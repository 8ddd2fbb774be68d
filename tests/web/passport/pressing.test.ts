import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { findChromium, launchChromium } from "../../support/chromium.ts";

const executable = findChromium();
const source = fileURLToPath(new URL("../../../src/web/passport/client/pressing.ts", import.meta.url));

/** What happens to the page: an event on one of its parts, or time that goes by, in milliseconds. */
type Step =
  | readonly [
      on: "button" | "other" | "choices" | "window",
      event: "pointerdown" | "pointerup" | "pointercancel" | "click" | "change" | "blur",
      pointer?: number,
    ]
  | readonly [on: "button", event: "keydown" | "keyup"]
  | number;

describe.skipIf(executable === undefined)("a press on the passport", () => {
  let browser: Browser;
  let page: Page;
  let script = "";

  beforeAll(async () => {
    const built = await build({ entryPoints: [source], bundle: true, format: "iife", globalName: "pressing", write: false });
    script = built.outputFiles[0]?.text ?? "";
    browser = await launchChromium(executable ?? "");
  });
  afterAll(() => browser.close());
  beforeEach(async () => {
    await page?.close();
    page = await browser.newPage();
    // No time goes by but what a case says.
    await page.clock.install({ time: 0 });
    await page.clock.pauseAt(60_000);
    await page.setContent(
      '<div id="part"><button id="button">a</button><select id="choices"><option>a</option></select></div><button id="other">b</button>',
    );
    await page.addScriptTag({ content: `${script}; window.watched = pressing.watchPressing(document.getElementById("part"));` });
  });

  /** @returns whether what waits for the press may go on, after each step */
  async function goesOn(steps: readonly Step[]): Promise<boolean[]> {
    const after: boolean[] = [];
    for (const [at, step] of steps.entries()) {
      if (typeof step === "number") await page.clock.runFor(step);
      else
        await page.evaluate(([on, event, pointer = 1]) => {
          const target = on === "window" ? window : document.getElementById(on);
          const init = { bubbles: true, key: " ", pointerId: pointer };
          target?.dispatchEvent(
            event.startsWith("pointer")
              ? new PointerEvent(event, init)
              : event.startsWith("key")
                ? new KeyboardEvent(event, init)
                : new Event(event, init),
          );
        }, step);
      if (at === 0) await page.evaluate("window.isReleased = false; window.watched.released().then(() => { window.isReleased = true; }); undefined");
      after.push((await page.evaluate("window.isReleased")) === true);
    }
    return after;
  }

  const cases: readonly (readonly [string, readonly Step[], readonly boolean[]])[] = [
    ["elsewhere holds nothing up", [["other", "pointerdown"], 0], [true, true]],
    [
      "holds up until its tap has come",
      [["button", "pointerdown"], 5000, ["button", "pointerup"], 100, ["button", "click"], 0],
      [false, false, false, false, false, true],
    ],
    [
      "that brings no tap is waited for no longer than a tap may take",
      [["button", "pointerdown"], ["button", "pointerup"], 399, 1],
      [false, false, false, true],
    ],
    ["ends outside the passport as well", [["button", "pointerdown"], ["other", "pointerup"], 400], [false, false, true]],
    ["that became a scroll is over at once", [["button", "pointerdown"], ["button", "pointercancel"], 0], [false, false, true]],
    [
      "of two fingers lasts as long as one of them is down",
      [["button", "pointerdown", 1], ["button", "pointerdown", 2], ["button", "pointerup", 1], 5000, ["button", "pointerup", 2], 400],
      [false, false, false, false, false, true],
    ],
    ["of the space bar counts", [["button", "keydown"], 5000, ["button", "keyup"], ["button", "click"], 0], [false, false, false, false, true]],
    ["on a list of choices ends with what was chosen", [["choices", "pointerdown"], 5000, ["choices", "change"]], [false, false, true]],
    [
      "is over when somebody goes to another window",
      [
        ["button", "pointerdown"],
        ["window", "blur"],
      ],
      [false, true],
    ],
    ["whose end is never told is forgotten after ten seconds", [["button", "pointerdown"], 9999, 1], [false, false, true]],
  ];
  test.for(cases)("%s", async ([, steps, expected]) => {
    expect(await goesOn(steps)).toEqual(expected);
  });
});
