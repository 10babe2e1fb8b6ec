/** How often the judge of photos is wrong, by kind and by group, and how long it takes. */
import { Worker } from "node:worker_threads";
import { keysOf } from "#shared/runtime/keyed.ts";
import {
  isRight,
  type Judged,
  type Row,
  rowsBy,
  upperBound,
} from "../test/support/photo/confusion.ts";
import { halves } from "../test/support/photo/kinds.ts";
import type { Bench } from "./bench.ts";
import { median, percentile, rounded } from "./measure.ts";
import type { Headrooms, Part, Share } from "./photo/part.ts";

const workers = 2;

export const photo: Bench = {
  about:
    "the judge of photos on drawn people, --rounds of each kind and group, in two halves by seed (thresholds were chosen on the tuning half): what of the bad is accepted and of the good refused, with the upper end of the one-sided 95 % interval (Clopper-Pearson); which rule is named; the light each skin tone has room for; milliseconds a photo",
  rounds: 300,
  async measure({ rounds }) {
    const parts = await Promise.all(
      Array.from({ length: workers }, (_, index) => partBy({ index, of: workers, rounds })),
    );
    const lines = keysOf(halves).flatMap((half) =>
      tables(
        half,
        parts.flatMap(({ cases }) => cases[half]),
      ),
    );
    const held = parts.flatMap(({ cases }) => cases["held out"]);
    const [bad, good] = [held.filter(isBad), held.filter((one) => !isBad(one))];
    const rooms = parts.flatMap(({ headrooms }) => headrooms);
    const ms = parts.flatMap((part) => part.ms);
    return {
      lines: [
        "All of it on drawn people: nothing here was measured on a photo of anybody.",
        ...lines,
        ...roomLines(rooms),
      ],
      ratios: {},
      figures: {
        "bad ones accepted, held out, %": percent(
          bad.filter(({ failed }) => failed.length === 0).length,
          bad.length,
        ),
        "good ones refused, held out, %": percent(
          good.filter(({ failed }) => failed.length > 0).length,
          good.length,
        ),
        "right rule named, held out, %": percent(bad.filter(isRight).length, bad.length),
        "gap of the darkest light between skin tones, stops": gap(rooms, "darkest"),
        "gap of the brightest light between skin tones, stops": gap(rooms, "brightest"),
        "judging a photo, two at once, median ms": rounded(median(ms)),
        "judging a photo, two at once, p95 ms": rounded(percentile(ms, 0.95)),
      },
    };
  },
};

function partBy(share: Share): Promise<Part> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./photo/worker.ts", import.meta.url), { workerData: share });
    worker.once("message", resolve);
    worker.once("error", reject);
  });
}

const isBad = ({ right }: Judged) => right !== "good";
const percent = (some: number, all: number) => rounded((100 * some) / Math.max(all, 1));

function tables(half: string, cases: readonly Judged[]): string[] {
  const [bad, good] = [cases.filter(isBad), cases.filter((one) => !isBad(one))];
  return [
    `\n${half}: kinds of bad photos        n  accepted   at most  right rule  told beside it`,
    ...[...rowsBy(bad, ({ right, kind }) => `${right}: ${kind}`)].map(badLine),
    `\n${half}: groups of good photos      n   refused   at most  told`,
    ...[...rowsBy(good, ({ wears }) => wears)].map(goodLine),
    ...[...rowsBy(good, ({ tone }) => `skin tone ${tone + 1} of 5`)].map(goodLine),
    ...[...rowsBy(good, ({ kind }) => kind)].map(goodLine),
  ];
}

function badLine([name, { n, accepted, rightRule, others }]: [string, Row]): string {
  const bound = `${percent(upperBound(accepted, n), 1)}%`;
  return `${name.padEnd(40)}${cells(n, accepted, bound)}${`${percent(rightRule, n)}%`.padStart(12)}  ${wordsOf(others)}`;
}

function goodLine([name, { n, accepted, others }]: [string, Row]): string {
  const bound = `${percent(upperBound(n - accepted, n), 1)}%`;
  return `${name.padEnd(40)}${cells(n, n - accepted, bound)}  ${wordsOf(others)}`;
}

const cells = (n: number, hits: number, bound: string) =>
  `${String(n).padStart(5)}${String(hits).padStart(10)}${bound.padStart(10)}`;
const wordsOf = (others: Row["others"]) =>
  Object.entries(others)
    .map(([code, count]) => `${code} ${count}`)
    .join(", ");

/** What all but one in twenty of a skin tone have room for. */
function roomOf(rooms: Headrooms, tone: number, side: "darkest" | "brightest"): number {
  const stops = rooms.filter((room) => room.tone === tone).map((room) => Math.abs(room[side]));
  return percentile(stops, 0.05);
}

const tonesOf = (rooms: Headrooms) => [...new Set(rooms.map(({ tone }) => tone))].sort();

function gap(rooms: Headrooms, side: "darkest" | "brightest"): number {
  const all = tonesOf(rooms).map((tone) => roomOf(rooms, tone, side));
  return rounded(Math.max(...all) - Math.min(...all));
}

function roomLines(rooms: Headrooms): string[] {
  return [
    "\nroom in stops (1: half, or twice the light), of all but one in twenty, held out",
    ...tonesOf(rooms).map((tone) => {
      const [dark, bright] = [roomOf(rooms, tone, "darkest"), roomOf(rooms, tone, "brightest")];
      return `skin tone ${tone + 1} of 5: from ${rounded(-dark)} (${rounded(2 ** -dark)} x the light) to +${rounded(bright)} (${rounded(2 ** bright)} x)`;
    }),
  ];
}
