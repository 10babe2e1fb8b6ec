/** Work that arrives whether or not the work before is done, at rising rates. */
import { setTimeout as sleep } from "node:timers/promises";
import { percentile } from "../measure.ts";

type Work = () => Promise<void>;

export interface AtRate {
  /** Of arrivals a second. */
  readonly rate: number;
  readonly p50Ms: number;
  readonly p95Ms: number;
}

const seconds = 2;
/** Of fewer, the one that something else on the machine held up would be their 95th of 100. */
const leastArrivals = 40;

/** @param prepare makes the work of one arrival, before any arrives. @returns how long each took from when it was due */
async function atRate(prepare: () => Promise<Work>, rate: number): Promise<AtRate> {
  const total = Math.max(leastArrivals, Math.ceil(rate * seconds));
  const works: Work[] = [];
  for (let i = 0; i < total; i++) works.push(await prepare());
  const waits: number[] = [];
  const running: Promise<void>[] = [];
  const begun = performance.now();
  while (running.length < total) {
    const due = Math.min(total, Math.floor(((performance.now() - begun) / 1000) * rate) + 1);
    for (let i = running.length; i < due; i++) {
      const dueAt = begun + (i * 1000) / rate;
      running.push(
        (works[i]?.() ?? Promise.resolve()).then(() => void waits.push(performance.now() - dueAt)),
      );
    }
    await sleep(1);
  }
  await Promise.all(running);
  return { rate, p50Ms: percentile(waits, 0.5), p95Ms: percentile(waits, 0.95) };
}

/**
 * Half as much again, until 5 of 100 take longer than the limit.
 * @returns what was measured at each rate; the last one but one is the knee
 */
export async function upToTheKnee(
  prepare: () => Promise<Work>,
  { from, limitMs, most }: { from: number; limitMs: number; most: number },
): Promise<AtRate[]> {
  const measured: AtRate[] = [];
  for (let rate = from; rate <= most; rate = Math.round(rate * 1.5)) {
    const here = await atRate(prepare, rate);
    measured.push(here);
    if (here.p95Ms > limitMs) break;
  }
  return measured;
}
