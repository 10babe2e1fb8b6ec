/** How often the judge of photos is wrong, by kind and by group; how well the studio cuts out; and how long both take. */
import { keysOf } from "#shared/runtime/keyed.ts";
import type { Half } from "../test/support/photo/kinds.ts";
import type { Bench } from "./bench.ts";
import { workOffAll } from "./photo/crew.ts";
import { sizes } from "./photo/sizes.ts";
import { slowedLines } from "./photo/slowed.ts";
import {
  busyLines,
  confusion,
  cuttingLines,
  gap,
  roomLines,
  skinByHeadwear,
  sums,
} from "./photo/tables.ts";
import { badParts, type Piece } from "./photo/work.ts";

/** What stands for all people of a group stands for fewer of each of the hundred kinds of bad photos, which take ten times as long. */
const perKind = 15;
/** Of the tuning half so much less is shown: it says only whether limits fit the half that they were chosen on better. */
const perTuning = 4;

export const photo: Bench = {
  about:
    "the judge of photos on drawn people: --rounds (300) of each headwear and a fifteenth of each kind of bad ones, held out, and a quarter of that of the half by whose seeds limits were chosen; what of the bad is accepted and of the good refused, with the upper end of the one-sided 95 % interval (Clopper-Pearson); which rule is named; the light each skin tone has room for; cut-outs against exact alpha, and what the judge says of them; milliseconds in the whole, a fourth and a sixth of a CPU; bytes. Ten minutes on two free cores; --rounds 24 one",
  rounds: 300,
  async measure({ rounds }) {
    const tell = (line: string) => process.stderr.write(`${line}\n`);
    const startedAt = performance.now();
    tell("milliseconds, one process at a time");
    const slowed = await slowedLines(Math.max(5, Math.round(rounds / 20)));
    const results = await workOffAll(piecesOf(rounds), tell);
    const rooms = results.flatMap(({ room }) => room ?? []);
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
        ...(await sizes()),
        "gap of the darkest light between skin tones, stops": gap(rooms, "darkest"),
        "gap of the brightest light between skin tones, stops": gap(rooms, "brightest"),
        "the bench itself, s": Math.round((performance.now() - startedAt) / 1000),
      },
    };
  },
};

/** The long ones first, so that no process waits for another at the end. */
function piecesOf(rounds: number): Piece[] {
  const some = (what: Piece["what"], half: Half, count: number) =>
    Array.from({ length: Math.ceil(count) }, (_, i): Piece => ({ what, half, i }));
  const bad = (half: Half, count: number) =>
    keysOf(badParts).flatMap((what) => some(what, half, count));
  return [
    ...bad("held out", rounds / perKind),
    ...bad("tuning", rounds / perKind / perTuning),
    ...some("room", "held out", Math.max(rounds / 10, 10)),
    ...some("studio", "held out", (rounds * 2) / 3),
    ...some("good", "held out", rounds),
    ...some("good", "tuning", rounds / perTuning),
    ...some("mattes", "held out", rounds / 3),
    ...some("busy", "held out", rounds / 10),
    ...some("files", "held out", 1),
  ];
}
