/** Milliseconds of judge and cutting, by themselves and in a process that is held to a part of a CPU. */
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { percentile, rounded } from "../measure.ts";
import type { Times, Timings } from "./timings.ts";

/** Of a CPU. */
const shares = [1, 1 / 4, 1 / 6] as const;
/** So long a held process runs at a stretch. Timers of Node are a millisecond or two late: of 12 that is little. */
const runMs = 12;

/**
 * One share after another, each in a process of its own. It is held by signals: stopped, and let go on for its share of the time. Anybody
 * may do that, while a quota of the kernel is the administrator's.
 */
async function timingsAt(share: number, rounds: number): Promise<Timings> {
  const child = fork(new URL("./timings.ts", import.meta.url), [String(rounds)]);
  try {
    // All is loaded and warm.
    await once(child, "message");
    child.send("go");
    const answer = once(child, "message");
    const stopHolding = share < 1 ? hold(child, share) : () => {};
    const [timings] = await answer;
    stopHolding();
    return timings;
  } finally {
    child.kill("SIGCONT");
    child.kill();
  }
}

function hold(child: ChildProcess, share: number): () => void {
  let isHeld = true;
  const turn = (isRunning: boolean) => {
    if (!isHeld) return;
    child.kill(isRunning ? "SIGCONT" : "SIGSTOP");
    setTimeout(turn, isRunning ? runMs : runMs / share - runMs, !isRunning);
  };
  turn(false);
  return () => {
    isHeld = false;
  };
}

/** @param rounds how often each is done */
export async function slowedLines(rounds: number): Promise<string[]> {
  const lines = [
    "milliseconds, median / p95 and of these CPU time; held to a part of a CPU by stopping the process and letting it go on",
  ];
  for (const share of shares) {
    const { accepted, noFace, studio, net } = await timingsAt(share, rounds);
    const name = share === 1 ? "one CPU" : `1/${1 / share} of a CPU`;
    lines.push(
      `${name}: accepted photo ${msOf(accepted)}; nothing of a face ${msOf(noFace)}; cutting by the wall, and its rules ${msOf(studio)}; the net's guess ${msOf(net)}`,
    );
  }
  return lines;
}

function msOf({ cpu, wall }: Times): string {
  const both = (values: readonly number[]) =>
    `${rounded(percentile(values, 0.5))} / ${rounded(percentile(values, 0.95))}`;
  return `${both(wall)} (${both(cpu)})`;
}
