import { expect, test } from "vitest";
import { standingOf } from "#shared/leave/tell-leave.ts";
import { asOf } from "#shared/request/move-request.ts";
import { digestId } from "#shared/runtime/ids.ts";
import { seedLeave } from "../../../local/demo/leave.ts";
import { demoPeople } from "../../../local/demo/people.ts";
import { seedPosts } from "../../../local/demo/posts.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";
import { leaveTablesInMemory } from "../../support/leave-tables-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";

test("the demo's leaves have every state but a draft, and the same ones at the next start", async () => {
  const clock = new FakeClock("2026-11-26T03:00:00Z");
  const people = demoPeople().map((person, i) => ({ ...person, id: `emp_${i}` as const }));
  const employees = new EmployeesInMemory(
    ...people.map(({ id, employee }) => anEmployee({ ...employee, id })),
  );
  const units = {
    find: async () => undefined,
    findByName: async (instansiId: string, name: string) => ({
      ...{ instansiId, id: digestId("unt", [name]), name, otherNames: [], revision: 1 },
    }),
  };
  const tables = { ...leaveTablesInMemory(employees.history), units };
  const requests = new RequestsInMemory(employees.history);
  const world = { ...tables, employees, requests, clock, freezes: freezesInMemory(clock).freezes };
  await seedPosts(world, people);
  await seedLeave(world, people);
  const seen = async () => {
    const all = await Promise.all(people.map(({ id }) => requests.of(id, { limit: 9 })));
    return all.flat();
  };
  const first = await seen();
  const standings = first.map((each) => standingOf(asOf(each, clock.now()), "2026-11-26"));
  expect(new Set(standings)).toEqual(
    new Set([
      ...["considered", "decided", "change-asked", "coming", "running", "over"],
      ...["postponed", "refused", "withdrawn", "expired"],
    ]),
  );
  await seedLeave(world, people);
  expect(await seen()).toEqual(first);
});
