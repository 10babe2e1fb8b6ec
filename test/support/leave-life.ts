/** Random years of one person. */
import fc from "fast-check";
import type { LeaveHolder } from "#shared/leave/leave-holder.ts";
import { aHolder, aPppk } from "./leave.ts";
import { acts, Person } from "./leave-person.ts";

const holders: readonly LeaveHolder[] = [
  aHolder(),
  aHolder({ tmtCpns: "2023-10-01", tmt: "2024-12-01" }),
  aPppk({ tmt: "2024-03-01", contractEnd: "2029-02-28" }),
  aPppk({ tmt: "2021-03-01", contractEnd: "2026-02-28" }),
  aPppk({ kind: "PPPK-PW", tmt: "2025-10-01", contractEnd: "2026-09-30" }),
];

const step = fc.record({
  act: fc.constantFrom(...acts),
  n: fc.nat(364),
  length: fc.integer({ min: 1, max: 20 }),
});
const life = fc.record({
  holder: fc.constantFrom(...holders),
  order: fc.constantFrom("oldest-first" as const, "newest-first" as const),
  week: fc.constantFrom(5 as const, 6 as const),
  steps: fc.array(step, { maxLength: 80, size: "max" }),
});

/** Runs a life, and holds it to what is asked after each of its steps. */
export function everyLife(
  hold: (person: Person) => void,
  of: fc.Parameters<unknown> = { numRuns: 60 },
) {
  fc.assert(
    fc.property(life, ({ steps, ...whose }) => {
      const person = new Person(whose);
      for (const each of steps) {
        person.live(each);
        hold(person);
      }
    }),
    of,
  );
}
