import { setTimeout as sleep } from "node:timers/promises";
import { DevCheckout } from "../test/support/dev-checkout.ts";
import type { Bench } from "./bench.ts";
import { inTurns, median, percentile, rounded } from "./measure.ts";

/** Milliseconds from saving a file to what it changes being served (issue 9, «A newcomer's hour»). */
const goal = 1000;

const captcha = "/api/session/captcha";

export const dev: Bench = {
  about:
    "npm run dev: from saving a file to the changed answer, of a function, of code that all functions share, of a page, and of the infrastructure; above 1 is within the goal of a second",
  rounds: 7,
  async measure({ rounds }) {
    const checkout = await DevCheckout.start();
    try {
      const samples = await inTurns(
        {
          function: () =>
            toggled(
              checkout,
              "functions/session-api/reset-routes.ts",
              `"${captcha}"`,
              `"${captcha}-2"`,
            ),
          shared: () =>
            toggled(checkout, "shared/http/api-handler.ts", '"noindex"', '"noindex, nofollow"'),
          page: () =>
            toggled(checkout, "web/src/messages/id/login.ts", "Ingat Saya", "Selalu ingat"),
          infrastructure: () =>
            toggled(checkout, "infra/edge/headers.ts", "usb=()", "usb=(), midi=()"),
        },
        { rounds, warmUp: 1 },
      );
      const figures = Object.entries(samples).flatMap(([name, times]) => [
        [`${name} (ms, median)`, rounded(median(times))],
        [`${name} (ms, p95)`, rounded(percentile(times, 0.95))],
      ]);
      const ratios = Object.entries(samples).map(([name, times]) => [
        name,
        rounded(goal / median(times)),
      ]);
      return { figures: Object.fromEntries(figures), ratios: Object.fromEntries(ratios) };
    } finally {
      await checkout.stop();
    }
  },
};

/** Changes a text of a file, or changes it back. @returns milliseconds until what is served has changed too */
async function toggled(
  checkout: DevCheckout,
  file: string,
  usual: string,
  other: string,
): Promise<number> {
  const before = await served(checkout);
  const isUsual = checkout.says(file, usual);
  const startedAt = performance.now();
  checkout.replace(file, isUsual ? usual : other, isUsual ? other : usual);
  for (let now = before; now === undefined || now === before; now = await served(checkout))
    await sleep(5);
  const elapsed = performance.now() - startedAt;
  // What else is replaced by the same change must not slow the next one.
  await sleep(settleMillis);
  return elapsed;
}

const settleMillis = 4000;

/** What a visitor can tell: the login page, and the status of an API with its headers; undefined while nothing answers. */
async function served({ siteUrl }: DevCheckout): Promise<string | undefined> {
  try {
    const [page, api] = await Promise.all([
      fetch(`${siteUrl}/masuk`),
      fetch(`${siteUrl}${captcha}`),
    ]);
    await api.arrayBuffer();
    const headers = [page, api].map((answer) => [
      answer.status,
      answer.headers.get("permissions-policy"),
      answer.headers.get("x-robots-tag"),
    ]);
    return JSON.stringify([headers, /Ingat Saya/.test(await page.text())]);
  } catch {
    return undefined;
  }
}
