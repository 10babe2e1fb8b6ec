/** The goals of judge and studio, of which the bench fails when one is missed. All of them on the held-out half of drawn people. */
import { isRight, type Judged } from "../../test/support/photo/confusion.ts";
import type { Goal } from "../bench.ts";
import { average, rounded } from "../measure.ts";
import { aFile, hasFailed, isBad, isNamedBad, isWithoutFace } from "./tables.ts";
import type { Result } from "./work.ts";

/** Of fewer one refusal would be more than a hundredth. */
const leastOfGroup = 100;

/** @param gaps between the skin tones' room for light, in stops; empty when it was not measured */
export function goalsOf(results: readonly Result[], gaps: Readonly<Record<string, number>>) {
  const held = results.filter(({ half }) => half === "held out");
  const cases = held.flatMap((result) => result.cases ?? []);
  const bad = cases.filter(isNamedBad);
  const refused = bad.filter(hasFailed);
  return [
    share("bad ones accepted", bad, (one) => !hasFailed(one), { most: 3 }),
    share("accepted without a face", bad.filter(isWithoutFace), (one) => !hasFailed(one), {
      most: 0.5,
    }),
    share("told by the right rule", refused, isRight, { least: 98 }),
    ...goodGoals(cases.filter((one) => !isBad(one) && one.wears !== aFile)),
    ...Object.entries(gaps).map(([name, measured]): Goal => ({ name, measured, most: 0.5 })),
    ...cutGoals(held),
  ].filter((goal) => goal !== undefined);
}

type Limit = Pick<Goal, "most" | "least">;

/** In percent; undefined when there is nobody to count. */
function share<One>(
  name: string,
  all: readonly One[],
  counts: (one: One) => boolean,
  limit: Limit,
): Goal | undefined {
  if (all.length === 0) return undefined;
  const measured = rounded((100 * all.filter(counts).length) / all.length);
  return { name: `${name}, % of ${all.length}`, measured, ...limit };
}

/** The worst headwear, the worst skin and the worst headwear of a skin, by the share that is refused. */
function goodGoals(people: readonly Judged[]): (Goal | undefined)[] {
  const groupings: Readonly<Record<string, (one: Judged) => string>> = {
    headwear: ({ wears }) => wears,
    skin: ({ tone }) => `skin ${tone + 1}`,
    "headwear of a skin": ({ wears, tone }) => `${wears}, skin ${tone + 1}`,
  };
  return Object.entries(groupings).map(([what, groupOf]) => {
    const groups = [...Map.groupBy(people, groupOf)].filter(
      ([, those]) => those.length >= leastOfGroup,
    );
    const worst = groups
      .map(([group, those]) => ({
        group,
        those,
        rate: those.filter(hasFailed).length / those.length,
      }))
      .reduce<{ group: string; those: Judged[]; rate: number } | undefined>(
        (most, one) => (most && most.rate >= one.rate ? most : one),
        undefined,
      );
    const name = `good ones refused, worst ${what} (${worst?.group})`;
    return worst && share(name, worst.those, hasFailed, { most: 1 });
  });
}

function cutGoals(results: readonly Result[]): (Goal | undefined)[] {
  const cuts = results.flatMap((result) => result.mattes ?? []);
  const made = results.flatMap((result) => result.studio ?? []);
  return [
    ...[...Map.groupBy(cuts, ({ by }) => by)].flatMap(([by, those]): Goal[] => [
      { name: `IoU by ${by}`, measured: average(those.map(({ iou }) => iou)), least: 0.985 },
      { name: `SAD by ${by}`, measured: average(those.map(({ sad }) => sad)), most: 2 },
    ]),
    ...[...Map.groupBy(made, ({ by }) => by)].map(([by, those]) =>
      share(`studio's photos accepted by ${by}`, those, ({ told }) => told.length === 0, {
        least: 98,
      }),
    ),
  ];
}
