/** The studio's worker in a browser of its own, which has run nothing of it before: one picture, as the page asks for it. */
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";
import { portOf } from "../../local/cloud/kernel/port-of.ts";
import { launchBrowser } from "../../test/support/browser.ts";
import type { BuiltModels } from "../../web/build/models.ts";
import { cpuMsOf, descendants, holdTo } from "./quota.ts";

export interface Studio {
  /** Where the built files lie. */
  readonly site: string;
  readonly worker: string;
  readonly person: BuiltModels["person"];
  readonly picture: Buffer;
}

/** Milliseconds, and of CPU those of the whole browser. */
export interface Step {
  readonly ms: number;
  readonly cpuMs: number;
}

const steps = ["open", "look", "draw", "judgeUncut", "cut", "judge"] as const;
export type StepName = (typeof steps)[number];

const frame = `{ x: 0.5, y: 0.5, zoom: 1, turn: 0, quarter: 0 }`;
const draw = (isCut: boolean) =>
  `{ say: "draw", edits: { frame: ${frame}, isCut: ${isCut}, strokes: [] } }`;
const questions: Readonly<Record<StepName, string>> = {
  open: `{ say: "open", file: picture }`,
  look: `{ say: "look", frame: ${frame} }`,
  draw: draw(false),
  judgeUncut: `{ say: "judge" }`,
  cut: draw(true),
  judge: `{ say: "judge" }`,
};

/**
 * @param share of a CPU that the whole browser has
 * @returns what each step took, and whether the kernel held the browser to its share
 */
export async function cutOnce(studio: Studio, share: number) {
  const server = createServer(({ url = "/" }, response) => {
    if (url === "/") response.setHeader("content-type", "text/html").end("<!doctype html>");
    else if (url === "/picture") response.end(studio.picture);
    else {
      if (url.endsWith(".js")) response.setHeader("content-type", "text/javascript");
      response.end(readFileSync(join(studio.site, url)));
    }
  }).listen(0, "localhost");
  const before = descendants();
  const browser = await launchBrowser();
  try {
    const page = await browser.newPage();
    await page.goto(`http://localhost:${portOf(server)}/`);
    await page.evaluate(begin(studio));
    const processes = descendants().filter((pid) => !before.includes(pid));
    const quota = holdTo(share, processes);
    const taken = new Map<StepName, Step>();
    for (const step of steps) {
      const cpuBefore = cpuMsOf(processes);
      const ms = Number(await page.evaluate(`ask(${questions[step]})`));
      taken.set(step, { ms, cpuMs: cpuMsOf(processes) - cpuBefore });
    }
    quota?.end();
    return { taken, isHeld: quota !== undefined };
  } finally {
    await browser.close();
    server.close();
  }
}

/** The worker with the net that finds people, which this device has already; `ask` says how long an answer took. */
function begin({ worker, person }: Studio): string {
  return `(async () => {
    globalThis.picture = await (await fetch("/picture")).blob();
    const worker = new Worker(${JSON.stringify(worker)});
    let last = 0;
    globalThis.ask = (question) => new Promise((resolve, reject) => {
      const [ask, start] = [++last, performance.now()];
      const hear = ({ data }) => {
        if (data.ask !== ask) return;
        worker.removeEventListener("message", hear);
        if (data.say === "failed" || data.say === "not-opened") reject(new Error(data.say));
        resolve(performance.now() - start);
      };
      worker.addEventListener("message", hear);
      worker.postMessage({ ...question, ask });
    });
    await ask({ say: "load", tool: "person", models: ${JSON.stringify(person)}, isKeptOnly: false });
  })()`;
}
