/** What one of the bench's workers does: its share of all cases. */
import { performance } from "node:perf_hooks";
import { judgePicture } from "#shared/photo/judge-picture.ts";
import type { Pixels } from "#shared/photo/pixels.ts";
import { keyed, keysOf } from "#shared/runtime/keyed.ts";
import { loadFaceFinder } from "#shared/vision/find-faces.ts";
import { readFaceModels } from "#shared/vision/model-files.ts";
import { type Judged, judged } from "../../test/support/photo/confusion.ts";
import { drawnPerson } from "../../test/support/photo/drawn-person.ts";
import { type Headroom, headroomOf } from "../../test/support/photo/headroom.ts";
import {
  anybody,
  badKinds,
  caseOf,
  goodKinds,
  type Half,
  halves,
  personOf,
} from "../../test/support/photo/kinds.ts";

export interface Share {
  readonly index: number;
  readonly of: number;
  /** Cases of each kind. */
  readonly rounds: number;
}

export type Headrooms = readonly (Headroom & { readonly tone: number })[];

export interface Part {
  readonly cases: Readonly<Record<Half, readonly Judged[]>>;
  readonly headrooms: Headrooms;
  /** Of each photo that was judged. */
  readonly ms: readonly number[];
}

export async function workOff({ index, of, rounds }: Share): Promise<Part> {
  const find = await loadFaceFinder(await readFaceModels());
  const cases = keyed(keysOf(halves), (): Judged[] => []);
  const ms: number[] = [];
  const headrooms: (Headroom & { tone: number })[] = [];
  for (let i = index; i < rounds; i += of) {
    for (const half of keysOf(halves)) {
      const people = new Map<string, Pixels>();
      for (const kind of [...goodKinds, ...badKinds]) {
        const who = personOf(kind, half, i);
        const person = people.get(who.wears) ?? (await drawnPerson(who.seed, who.wears));
        people.set(who.wears, person);
        const picture = await caseOf(kind, half, i, person);
        const startedAt = performance.now();
        const rules = judgePicture(picture, find);
        ms.push(performance.now() - startedAt);
        cases[half].push(judged(kind, who, rules));
      }
    }
    const { seed, tone, wears } = personOf(anybody, "held out", i);
    const passes = (rules: ReturnType<typeof judgePicture>) =>
      rules.every(({ rule, verdict }) => rule === "transparency" || verdict !== "failed");
    const room = headroomOf(await drawnPerson(seed, wears), (p) => passes(judgePicture(p, find)));
    headrooms.push({ tone, ...room });
  }
  return { cases, headrooms, ms };
}
