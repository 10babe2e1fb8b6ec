/** What an officer's list costs in a large agency, beside the same list in a small one (issue «The officer's desk»). */
import { searchEmployees } from "#shared/employee/search-employees.ts";
import type { Bench } from "./bench.ts";
import { inTurns, percentile, rounded } from "./measure.ts";
import { middleOf, type Search, searches } from "./officer/queries.ts";
import { type Agency, type Reads, startWorld } from "./officer/world.ts";

const few = 1_000;
const many = 100_000;
/** What a ratio may be at most. */
const limit = 1.2;
/** A ratio of two 95th percentiles scatters: one above the limit is measured so many times as long, and all that was seen counts. */
const longer = 5;

interface Page extends Reads {
  readonly wallMs: number;
  readonly found: number;
}
type World = Awaited<ReturnType<typeof startWorld>>;

export const officer: Bench = {
  about:
    "pages of the officers' list by every filter, of 1,000 and of 100,000 people in the embedded DynamoDB: read units, requests and p95; the ratios are the large agency's over the small one's, so below 1.2 is right",
  rounds: 20,
  async measure({ rounds }) {
    const world = await startWorld([few, many]);
    const ratios: Record<string, number> = {};
    const figures: Record<string, number> = {};
    const lines: string[] = [];
    for (const [name, search] of Object.entries(searches))
      for (const page of ["first", "middle"] as const) {
        const measured = await compared(world, { search, page, rounds });
        if (!measured) continue;
        const [small, large] = measured;
        ratios[`${name}, ${page}: units`] = rounded(large.units / small.units);
        ratios[`${name}, ${page}: p95`] = rounded(large.p95Ms / small.p95Ms);
        figures[`${name}, ${page}: units`] = large.units;
        figures[`${name}, ${page}: p95 ms`] = rounded(large.p95Ms);
        lines.push(`${name}, ${page}: ${told(small)} | ${told(large)}`);
      }
    await world.stop();
    return { lines, ratios, figures };
  },
};

interface Compared {
  readonly search: Search;
  readonly page: "first" | "middle";
  readonly rounds: number;
}

/** Both agencies in turns; undefined of a middle that there is not. */
async function compared(world: World, { search, page, rounds }: Compared) {
  const [small, large] = world.agencies;
  if (!small || !large) throw new Error("There are not two agencies.");
  const from = (agency: Agency) => (page === "first" ? undefined : middleOf(agency, search).from);
  const [fromSmall, fromLarge] = [from(small), from(large)];
  if (page === "middle" && (!fromSmall || !fromLarge)) return undefined;
  const take = (times: number) =>
    inTurns(
      {
        small: () => pageOf(world, small, search, fromSmall),
        large: () => pageOf(world, large, search, fromLarge),
      },
      { rounds: times, warmUp: 2 },
    );
  const seen = await take(rounds);
  if (summary(seen.large).p95Ms <= limit * summary(seen.small).p95Ms)
    return [summary(seen.small), summary(seen.large)] as const;
  const more = await take(rounds * (longer - 1));
  return [
    summary([...seen.small, ...more.small]),
    summary([...seen.large, ...more.large]),
  ] as const;
}

async function pageOf(
  { api, count }: World,
  { instansiId }: Agency,
  { units, ...search }: Search,
  from: string | undefined,
): Promise<Page> {
  count.take();
  const startedAt = performance.now();
  const by = { employeeId: "emp_officer", instansiId, units } as const;
  const { items } = await searchEmployees(api, { ...search, from, by });
  return { wallMs: performance.now() - startedAt, found: items.length, ...count.take() };
}

function summary(pages: readonly Page[]) {
  const [first] = pages;
  if (!first) throw new Error("Nothing was measured.");
  const { units, requests, found } = first;
  return {
    units,
    requests,
    found,
    p95Ms: percentile(
      pages.map(({ wallMs }) => wallMs),
      0.95,
    ),
  };
}

function told({ found, units, requests, p95Ms }: ReturnType<typeof summary>): string {
  return `${found} people, ${units} units, ${requests} requests, ${rounded(p95Ms)} ms`;
}
