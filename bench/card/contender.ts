/** Contenders draw in processes of their own: memory and time of one are not another's. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { setImmediate as nextTick } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { collectSeldom } from "#shared/runtime/heap.ts";
import { type Sample, timed } from "../measure.ts";
import { type Card, makeCards } from "./cards.ts";

/** One way to draw whole cards. */
export interface Contender {
  /** Decodes the photo, makes the code and draws all faces. @returns the PNG files */
  readonly draw: (card: Card) => Promise<readonly Buffer[]>;
  /** What processes that it has started itself have used so far: milliseconds of CPU. */
  readonly cpuMsElsewhere?: () => Promise<number>;
  /** Megabytes of those processes at their largest, where the system tells. */
  readonly peakMbElsewhere?: () => Promise<number>;
}

/** Loaded by the process that runs it, so that it carries nothing of the others. */
const contenders: Readonly<Record<string, (cards: readonly Card[]) => Promise<Contender>>> = {
  ours: async () => (await import("./contenders/ours.ts")).ours,
  canvas: async () => (await import("./contenders/canvas.ts")).canvas,
  chromium: async (cards) => (await import("./contenders/chromium.ts")).openChromium(cards),
  satori: async (cards) => (await import("./contenders/satori.ts")).openSatori(cards),
  sharp: async (cards) => (await import("./contenders/sharp.ts")).openSharp(cards),
  takumi: async (cards) => (await import("./contenders/takumi.ts")).openTakumi(cards),
};

export interface Drawn extends Sample {
  /** Of all faces together. */
  readonly kilobytes: number;
  /** The process at its largest so far. */
  readonly peakMb: number;
}

export interface RunningContender {
  /** The first card of a new process, whose modules are loaded. */
  readonly first: Drawn;
  /** Draws so many cards, one after the other. */
  readonly draw: (cards: number) => Promise<Drawn>;
  readonly stop: () => void;
}

/** Starts a contender's process, and draws one card with it. @throws Error when it cannot draw */
export async function startContender(name: string): Promise<RunningContender> {
  const child = fork(fileURLToPath(import.meta.url), [name]);
  const draw = (cards: number) => ask(child, name, cards);
  return { first: await draw(1), draw, stop: () => child.kill() };
}

async function ask(child: ChildProcess, name: string, cards: number): Promise<Drawn> {
  const settled = new AbortController();
  const stopped = once(child, "exit", settled).then(() => {
    throw new Error(`The contender ${name} has stopped.`);
  });
  try {
    child.send(cards);
    const [drawn] = await Promise.race([once(child, "message", settled), stopped]);
    return drawn;
  } finally {
    // Nobody listens on: a contender is asked many times.
    settled.abort();
  }
}

async function serve(name: string): Promise<void> {
  // As card-renderer does: all run in the same way.
  collectSeldom();
  const cards = await makeCards();
  const contender = await contenders[name]?.(cards);
  if (!contender) throw new Error(`There is no contender ${name}.`);
  let next = 0;
  process.on("message", async (count: number) => {
    let bytes = 0;
    const elsewhereBefore = (await contender.cpuMsElsewhere?.()) ?? 0;
    const { wallMs, cpuMs } = await timed(async () => {
      for (let i = 0; i < count; i++) {
        const card = cards[next++ % cards.length];
        const files = card ? await contender.draw(card) : [];
        bytes += files.reduce((sum, { length }) => sum + length, 0);
        // What native code holds is only freed on a later tick, as between two requests.
        await nextTick();
      }
    });
    const elsewhere = ((await contender.cpuMsElsewhere?.()) ?? 0) - elsewhereBefore;
    const ownPeakMb = process.resourceUsage().maxRSS / 1024;
    process.send?.({
      wallMs,
      cpuMs: cpuMs + elsewhere,
      kilobytes: bytes / count / 1024,
      peakMb: ownPeakMb + ((await contender.peakMbElsewhere?.()) ?? 0),
    } satisfies Drawn);
  });
}

if (import.meta.main) await serve(process.argv[2] ?? "");
