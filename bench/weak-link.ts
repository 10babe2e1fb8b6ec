import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDemoCloud } from "../local/start/demo-cloud.ts";
import { buildProduct } from "../local/start/product.ts";
import { launchBrowser } from "../test/support/browser.ts";
import type { Bench } from "./bench.ts";
import { median, rounded } from "./measure.ts";
import { lookAtCard, signedIn } from "./weak-link/card.ts";
import { checkPlainly, type PlainCheck } from "./weak-link/plain.ts";
import { type Check, qrPath, verify } from "./weak-link/verification.ts";

/** Milliseconds (docs/performance.md). */
const goals = { card: 4000, verification: 3000 } as const;

export const weakLink: Bench = {
  about:
    "what people wait for on a weak link (400 ms, 400 kbit/s, a quarter of this processor, nothing cached): the card on the screen, and a check from the opened address to the answer with its photo, by the page (without the time of typing the captcha) and by the form without a script; beside the goals",
  rounds: 5,
  async measure({ rounds }) {
    const directory = mkdtempSync(join(tmpdir(), "kartu-bench-"));
    const assembly = await buildProduct(directory);
    const cloud = await startDemoCloud({ directory: join(directory, "cloud"), assembly });
    const browser = await launchBrowser();
    try {
      await cloud.waitUntilIdle({ timeoutSeconds: 120 });
      const holder = await signedIn(cloud, browser);
      const path = await qrPath(cloud, holder);
      const [views, checks, plain] = [
        [await lookAtCard(cloud, holder)],
        [await verify(cloud, browser, path)],
        [await checkPlainly(cloud, browser, path)],
      ];
      for (let round = 0; round < rounds; round++) {
        views.push(await lookAtCard(cloud, holder));
        checks.push(await verify(cloud, browser, path));
        plain.push(await checkPlainly(cloud, browser, path));
      }
      // The first of each finds the functions cold, as nobody does twice.
      const cards = views.slice(1);
      const card = median(cards.map(({ visibleMs }) => visibleMs));
      const checked = (of: (check: Check) => number) => median(checks.slice(1).map(of));
      const verification = checked(({ openMs, answerMs }) => openMs + answerMs);
      const plainly = (of: (check: PlainCheck) => number) => median(plain.slice(1).map(of));
      const plainAnswer = plainly(({ answerMs }) => answerMs);
      return {
        figures: {
          cardVisibleMs: rounded(card),
          cardHops: median(cards.map(({ hops }) => hops)),
          cardKilobytes: rounded(median(cards.map(({ bytes }) => bytes)) / 1000),
          cardLayoutShift: rounded(median(cards.map(({ layoutShift }) => layoutShift))),
          verificationMs: rounded(verification),
          verificationOpenMs: rounded(checked(({ openMs }) => openMs)),
          verificationCaptchaMs: rounded(checked(({ captchaMs }) => captchaMs)),
          verificationAnswerMs: rounded(checked(({ answerMs }) => answerMs)),
          verificationKilobytes: rounded(checked(({ bytes }) => bytes) / 1000),
          plainFormMs: rounded(plainly(({ formMs }) => formMs)),
          plainFormKilobytes: rounded(plainly(({ formBytes }) => formBytes) / 1000),
          plainAnswerMs: rounded(plainAnswer),
          plainAnswerKilobytes: rounded(plainly(({ answerBytes }) => answerBytes) / 1000),
        },
        ratios: {
          cardGoal: rounded(goals.card / card),
          verificationGoal: rounded(goals.verification / verification),
          plainAnswerGoal: rounded(goals.verification / plainAnswer),
        },
      };
    } finally {
      await browser.close();
      await cloud.stop();
      rmSync(directory, { recursive: true, force: true });
    }
  },
};
