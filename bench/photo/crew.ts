/** Works off pieces in as many processes as there are cores, and tells how far it is. */
import { fork } from "node:child_process";
import { availableParallelism } from "node:os";
import type { Piece, Result } from "./work.ts";

/** Between two lines about progress, in milliseconds. */
const everyMs = 15_000;

/** @param tell gets a line now and then @returns the results, in the order in which they came */
export async function workOffAll(
  pieces: readonly Piece[],
  tell: (line: string) => void,
): Promise<readonly Result[]> {
  const waiting = [...pieces];
  const results: Result[] = [];
  const startedAt = performance.now();
  const timer = setInterval(() => {
    const seconds = Math.round((performance.now() - startedAt) / 1000);
    tell(`${results.length} of ${pieces.length} pieces after ${seconds} s`);
  }, everyMs);
  try {
    const crew = Math.min(availableParallelism(), pieces.length);
    await Promise.all(Array.from({ length: crew }, () => oneChild(waiting, results)));
  } finally {
    clearInterval(timer);
  }
  return results;
}

function oneChild(waiting: Piece[], results: Result[]): Promise<void> {
  const child = fork(new URL("./child.ts", import.meta.url), { serialization: "advanced" });
  return new Promise((resolve, reject) => {
    const next = () => {
      const piece = waiting.shift();
      if (piece) child.send(piece);
      else child.disconnect();
    };
    child.on("message", (result: Result) => {
      results.push(result);
      next();
    });
    child.once("error", reject);
    child.once("exit", (code) =>
      code === 0 ? resolve() : reject(new Error(`A process ended with ${code}.`)),
    );
    next();
  });
}
