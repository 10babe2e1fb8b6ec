import { expect, test } from "vitest";
import type { Officer } from "#shared/access/scope.ts";
import { listAwaiting } from "#shared/photo/list-awaiting.ts";
import type { Awaiting } from "#shared/photo/photo-reviews.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const by: Officer = { employeeId: "emp_budi", instansiId: "ins_1", units: undefined };
const cursor = (place: unknown) => Buffer.from(JSON.stringify(place)).toString("base64url");

function world() {
  const asked: (Awaiting | undefined)[] = [];
  const photoReviews = {
    awaiting: async (_: string, { after }: { after?: Awaiting | undefined }) => {
      asked.push(after);
      return [];
    },
  };
  const api = { photoReviews, employees: new EmployeesInMemory(), clock: new FakeClock() };
  return { asked, list: (from: string) => listAwaiting(api, { by, from }) };
}

test.each<[string, string]>([
  ["no base64", "%%%"],
  ["no place", cursor({ from: 1 })],
  ["an instant that is none", cursor(["yesterday", "emp_siti"])],
  ["another sign before the instant", cursor(["~2026-11-21T03:00:00.000Z", "emp_siti"])],
  ["a photo that waits from tomorrow on", cursor(["2026-11-22T03:00:00.000Z", "emp_siti"])],
])("%s is refused before the table is asked, which would fail", async (_, from) => {
  const { asked, list } = world();

  await expect(list(from)).rejects.toMatchObject({
    problems: [{ field: "cursor", code: "malformed" }],
  });
  expect(asked).toEqual([]);
});

test.each([
  ["that", "2026-11-21T03:00:00.000Z"],
  ["that of a reported photo", "!2026-11-21T03:00:00.000Z"],
])("the place of a page before is where the next begins: %s", async (_, from) => {
  const { asked, list } = world();
  await list(cursor([from, "emp_siti"]));

  expect(asked).toEqual([{ from, id: "emp_siti" }]);
});
