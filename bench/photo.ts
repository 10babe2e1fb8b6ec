/** How often the judge of photos is wrong, by kind and by group; how well the studio cuts out; and how long both take. */
import { keysOf } from "#shared/runtime/keyed.ts";
import type { Half } from "../test/support/photo/kinds.ts";
import type { Bench } from "./bench.ts";
import { workOffAll } from "./photo/crew.ts";
import { goalsOf } from "./photo/goals.ts";
import { sizes } from "./photo/sizes.ts";
import { slowedLines } from "./photo/slowed.ts";
import {
  busyLines,
  confusion,
  cuttingLines,
  gapsOf,
  roomLines,
  skinByHeadwear,
  sums,
} from "./photo/tables.ts";
import { badParts, type Piece } from "./photo/work.ts";

/** What stands for all people of a group stands for fewer of each of the hundred kinds of bad photos, which take ten times as long. */
const perKind = 15;
/** Of the tuning half so much less is shown: it says only whether limits fit the half that they were chosen on better. */
const perTuning = 4;

/** Of the held-out half so many people are passed over: they were seen before rules were mended. To be raised after the next mending. */
const seen = 80_000;

/** Of each headwear, in parts of the rounds: each skin in it is a fifth, of which one refusal must not be more than a hundredth. */
const good = 5 / 3;

export const photo: Bench = {
  about:
    "the judge of photos on drawn people: for --rounds (300) five thirds as many of each headwear and a fifteenth of each kind of bad ones, held out, and some of the half by whose seeds limits were chosen; what of the bad is accepted and of the good refused, with the upper end of the one-sided 95 % interval (Clopper-Pearson); which rule is named; the light each skin tone has room for; cut-outs against exact alpha, and what the judge says of them; milliseconds in the whole, a fourth and a sixth of a CPU; bytes. Ends with 1 when a goal is missed. About twenty minutes on two free cores; --rounds 24 two; --only good (or another kind of pieces) does that alone",
  rounds: 300,
  async measure({ rounds, only }) {
    const tell = (line: string) => process.stderr.write(`${line}\n`);
    const startedAt = performance.now();
    const pieces = piecesOf(rounds).filter(({ what }) => only === undefined || what === only);
    if (pieces.length === 0) throw new Error(`There are no pieces ${only}.`);
    if (!only) tell("milliseconds, one process at a time");
    const slowed = only ? [] : await slowedLines(Math.max(5, Math.round(rounds / 20)));
    const results = await workOffAll(pieces, tell);
    const rooms = results.flatMap(({ room }) => room ?? []);
    const gaps = rooms.length === 0 ? {} : gapsOf(rooms);
    const casesOf = (half: Half) =>
      results.flatMap((result) => (result.half === half ? (result.cases ?? []) : []));
    const held = casesOf("held out");
    return {
      lines: [
        "All of it on drawn people: nothing here was measured on a photo of anybody.",
        ...confusion("tuning", casesOf("tuning")),
        ...confusion("held out", held),
        ...skinByHeadwear("held out", held),
        ...roomLines(rooms),
        ...sums("tuning", casesOf("tuning")),
        ...sums("held out", held),
        "",
        ...cuttingLines(results),
        ...busyLines(results),
        "",
        ...slowed,
        "",
      ],
      ratios: {},
      figures: {
        ...(only ? {} : await sizes()),
        ...gaps,
        "the bench itself, s": Math.round((performance.now() - startedAt) / 1000),
      },
      goals: goalsOf(results, gaps),
    };
  },
};

/** The long ones first, so that no process waits for another at the end. */
function piecesOf(rounds: number): Piece[] {
  const some = (what: Piece["what"], half: Half, count: number) =>
    Array.from(
      { length: Math.ceil(count) },
      (_, i): Piece => ({
        what,
        half,
        i: half === "held out" ? seen + i : i,
      }),
    );
  const bad = (half: Half, count: number) =>
    keysOf(badParts).flatMap((what) => some(what, half, count));
  return [
    ...bad("held out", rounds / perKind),
    ...bad("tuning", rounds / perKind / perTuning),
    ...some("room", "held out", Math.max(rounds / 10, 10)),
    ...some("studio", "held out", (rounds * 2) / 3),
    ...some("good", "held out", rounds * good),
    ...some("good", "tuning", rounds / perTuning),
    ...some("mattes", "held out", rounds / 3),
    ...some("busy", "held out", rounds / 10),
    ...some("files", "held out", 1),
  ];
}
