/** The bench's results as lines: how often the judge is wrong, by kind and group, and how sure one can be of it. */
import { visible } from "../../test/support/photo/busy-cut.ts";
import {
  isRight,
  type Judged,
  type Row,
  rowsBy,
  upperBound,
} from "../../test/support/photo/confusion.ts";
import { headwear } from "../../test/support/photo/drawn-person.ts";
import { isLikeness } from "../../test/support/photo/kinds.ts";
import { average, median, percentile, rounded } from "../measure.ts";
import type { Result } from "./work.ts";

/** What a case wears that is a file, and nobody. */
export const aFile = "a file";
export const isBad = ({ right }: Judged) => right !== "good";
/** Bad without doubt: what only people can tell from a face is counted by itself. */
export const isNamedBad = (one: Judged) => isBad(one) && !isLikeness(one);
export const hasFailed = ({ failed }: Judged) => failed.length > 0;
/** Kinds without any face, of which less may be accepted than of others. */
export const isWithoutFace = ({ codes }: Judged) => codes?.includes("no-face") === true;

/** Hits of all as a percentage, and the most that is still likely. */
function rate(hits: number, n: number): string {
  return `${percent(hits, n)} % (${hits} of ${n}, at most ${percent(upperBound(hits, n), 1)} %)`;
}

const percent = (some: number, all: number) => rounded((100 * some) / Math.max(all, 1));

export function confusion(half: string, cases: readonly Judged[]): string[] {
  const [bad, good] = [cases.filter(isBad), cases.filter((one) => !isBad(one))];
  const people = good
    .filter(({ wears }) => wears !== aFile)
    .sort((one, other) => one.tone - other.tone);
  return [
    `\n${half}: kinds of bad photos`.padEnd(47) + head("accepted", "right rule  told beside it"),
    ...[...rowsBy(bad, ({ right, kind }) => `${right}: ${kind}`)].map(badLine),
    `\n${half}: groups of good photos`.padEnd(47) + head("refused", "told"),
    ...[...rowsBy(people, ({ wears }) => wears)].map(goodLine),
    ...[...rowsBy(people, ({ tone }) => `skin tone ${tone + 1} of 5`)].map(goodLine),
    ...[...rowsBy(good, ({ kind }) => kind)].map(goodLine),
  ];
}

const head = (hits: string, rest: string) =>
  `${"n".padStart(5)}${hits.padStart(10)}${"at most".padStart(10)}  ${rest}`;

function badLine([name, { n, accepted, rightRule, others }]: [string, Row]): string {
  return `${name.padEnd(46)}${cells(n, accepted)}${`${percent(rightRule, n)}%`.padStart(12)}  ${wordsOf(others)}`;
}

function goodLine([name, { n, accepted, others }]: [string, Row]): string {
  return `${name.padEnd(46)}${cells(n, n - accepted)}  ${wordsOf(others)}`;
}

const cells = (n: number, hits: number) =>
  `${String(n).padStart(5)}${String(hits).padStart(10)}${`${percent(upperBound(hits, n), 1)}%`.padStart(10)}`;
const wordsOf = (others: Row["others"]) =>
  Object.entries(others)
    .map(([code, count]) => `${code} ${count}`)
    .join(", ");

/** Each headwear of each skin: refused of all. */
export function skinByHeadwear(half: string, cases: readonly Judged[]): string[] {
  const good = cases.filter((one) => !isBad(one));
  const tones = [0, 1, 2, 3, 4];
  const cell = (wears: string, tone: number) => {
    const those = good.filter((one) => one.wears === wears && one.tone === tone);
    return `${those.filter(hasFailed).length}/${those.length}`.padStart(8);
  };
  return [
    `\n${half}: good ones refused, by skin tone`.padEnd(47) +
      tones.map((tone) => String(tone + 1).padStart(8)).join(""),
    ...headwear.map((wears) => wears.padEnd(46) + tones.map((tone) => cell(wears, tone)).join("")),
  ];
}

/** The sentence for each goal: over all kinds, without a face, the worst group, the right rule. */
export function sums(half: string, cases: readonly Judged[]): string[] {
  const [likenesses, bad] = [cases.filter(isLikeness), cases.filter(isNamedBad)];
  const good = cases.filter((one) => !isBad(one));
  const accepted = (some: readonly Judged[]) => some.filter((one) => !hasFailed(one)).length;
  const noFace = bad.filter(isWithoutFace);
  const refused = bad.filter(hasFailed);
  return [
    "",
    `${half}, bad ones accepted: ${rate(accepted(bad), bad.length)}`,
    `${half}, accepted of dolls, masks and printed faces: ${rate(accepted(likenesses), likenesses.length)}`,
    `${half}, accepted without a face: ${rate(accepted(noFace), noFace.length)}`,
    `${half}, good ones refused: ${rate(good.filter(hasFailed).length, good.length)}`,
    `${half}, of the refused told by the right rule: ${percent(refused.filter(isRight).length, refused.length)} %`,
  ];
}

export function cuttingLines(results: readonly Result[]): string[] {
  const mattes = results.flatMap((result) => result.mattes ?? []);
  const studio = results.flatMap((result) => result.studio ?? []);
  return [...Map.groupBy(mattes, ({ by }) => by)]
    .map(([by, those]) => {
      const [ious, sads] = [those.map(({ iou }) => iou), those.map(({ sad }) => sad)];
      const figures = `IoU ${average(ious)} (one in twenty below ${rounded(percentile(ious, 0.05))}), SAD ${average(sads)} (median ${rounded(median(sads))})`;
      return `cut out of plain walls by ${by}, n ${those.length}: ${figures}`;
    })
    .concat(
      [...Map.groupBy(studio, ({ by }) => by)].map(([by, those]) => {
        const refused = those.filter(({ told }) => told.length > 0);
        const codes = Object.entries(
          Object.groupBy(
            refused.flatMap(({ told }) => told),
            (c) => c,
          ),
        );
        const told = codes.map(([code, all]) => `${code} ${all?.length}`).join(", ");
        return `refused of what the studio makes by ${by}: ${rate(refused.length, those.length)} ${told}`;
      }),
    );
}

/** Of each busy background: of cut-outs with a visible leftover, and of the others, what became of them. */
export function busyLines(results: readonly Result[]): string[] {
  const cuts = results.flatMap((result) => result.busy ?? []);
  return [...Map.groupBy(cuts, ({ before }) => before)].map(([before, those]) => {
    const tell = (some: typeof those) =>
      (["refused", "warned", "accepted"] as const)
        .map((meant) => `${meant} ${some.filter(({ verdict }) => verdict === meant).length}`)
        .join(", ");
    const [seen, clean] = [
      those.filter(({ left }) => left > visible),
      those.filter(({ left }) => left <= visible),
    ];
    const bitten = those.filter(({ lost }) => lost > 10 * visible).length;
    return `cut out before ${before} with the net, n ${those.length}: leftovers seen in ${seen.length} (${tell(seen)}), in others none (${tell(clean)}); a large part lost of ${bitten}`;
  });
}

type Rooms = readonly NonNullable<Result["room"]>[];

/** What all but one in twenty of a skin tone have room for. */
function roomOf(rooms: Rooms, tone: number, side: "darkest" | "brightest"): number {
  const stops = rooms.filter((room) => room.tone === tone).map((room) => Math.abs(room[side]));
  return percentile(stops, 0.05);
}

const tonesOf = (rooms: Rooms) => [...new Set(rooms.map(({ tone }) => tone))].sort();

/** By how much the room of the skin tones differs, in stops. */
export function gapsOf(rooms: Rooms): Readonly<Record<string, number>> {
  const gap = (side: "darkest" | "brightest") => {
    const all = tonesOf(rooms).map((tone) => roomOf(rooms, tone, side));
    return rounded(Math.max(...all) - Math.min(...all));
  };
  return {
    "gap of the darkest light between skin tones, stops": gap("darkest"),
    "gap of the brightest light between skin tones, stops": gap("brightest"),
  };
}

export function roomLines(rooms: Rooms): string[] {
  return [
    "\nroom in stops (1: half, or twice the light), of all but one in twenty, held out",
    ...tonesOf(rooms).map((tone) => {
      const [dark, bright] = [roomOf(rooms, tone, "darkest"), roomOf(rooms, tone, "brightest")];
      return `skin tone ${tone + 1} of 5: from ${rounded(-dark)} (${rounded(2 ** -dark)} x the light) to +${rounded(bright)} (${rounded(2 ** bright)} x)`;
    }),
  ];
}
