import { setTimeout } from "node:timers/promises";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchBrowser } from "../support/browser.ts";
import { shiftFaults, watchShifts } from "./support/steadiness.ts";

/** Longer than the time in which a shift that comes with the focus is excused. */
const busyMs = 300;

describe("what moves by itself", () => {
  let browser: Browser;
  let page: Page;
  beforeAll(async () => {
    browser = await launchBrowser();
    const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
    await watchShifts(context);
    page = await context.newPage();
    page.setDefaultTimeout(30_000);
  });
  afterAll(() => browser.close());

  /** @param script run in a page with room above its text */
  const faultsAfter = async (script: string) => {
    const html = `<div id="above" tabindex="-1"></div><p style="height: 300px">text</p>`;
    await page.goto(`data:text/html,${encodeURIComponent(html)}`);
    await page.evaluate(
      `new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)))`,
    );
    await page.evaluate(`{
      const busy = () => { const end = performance.now() + ${busyMs}; while (performance.now() < end); };
      const grow = () => { above.style.height = "200px"; };
      ${script}
    }`);
    await setTimeout(busyMs * 2);
    return shiftFaults(page);
  };

  test("it is told, with what moved and where to", async () => {
    const [fault, ...others] = await faultsAfter("grow()");
    expect(fault).toMatch(/^moved by 0\.\d+: .*<p.* from \d+ \d+ \d+ 300 to \d+ \d+ \d+ 300/);
    expect(others).toEqual([]);
  });

  test.each([
    ["the focus first", "above.focus(); grow(); busy()"],
    ["the move first", "grow(); above.focus(); busy()"],
  ])(
    "what comes with the focus is excused, though its frame is late: %s",
    async (_order, script) => {
      expect(await faultsAfter(script)).toEqual([]);
    },
  );

  test("what comes after the focus is told", async () => {
    const faults = await faultsAfter(`above.focus(); setTimeout(grow, ${busyMs})`);
    expect(faults).toHaveLength(1);
  });
});
