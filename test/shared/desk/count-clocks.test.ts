import { expect, test } from "vitest";
import type { Decree } from "#shared/decree/decree.ts";
import { countArriving, countDecrees, countReviews } from "#shared/desk/count-clocks.ts";
import { anEmployee } from "../../support/builders.ts";
import { aDecree } from "../../support/decree-table-contract.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aReview } from "../../support/photo-reviews-contract.ts";
import { PhotoReviewsOf } from "../../support/photo-reviews-in-memory.ts";
import { aTransfer } from "../../support/transfer-table-contract.ts";
import { TransfersInMemory } from "../../support/transfers-in-memory.ts";

const siti = anEmployee({ id: "emp_siti" });
const ofInspectorate = { unitKerja: "Inspektorat" };
const dewi = anEmployee({ id: "emp_dewi", ...ofInspectorate, email: "dewi@contoh.example" });
const { instansiId } = siti;
const by = { employeeId: "emp_budi", instansiId, units: undefined } as const;
const ofUnit = { ...by, units: ["Inspektorat"] } as const;
const clock = new FakeClock();
const inDays = (days: number) => new Date(clock.now().getTime() + days * 86_400_000).toISOString();

test("photos that wait are counted in the officer's reach, urgent those that were reported or whose new ones did not come", async () => {
  const overdue = { state: "new-asked", until: inDays(-1) } as const;
  const report = { at: inDays(-1), isOpen: true } as const;
  const employees = new EmployeesInMemory(
    { ...siti, photoReview: aReview(inDays(-2)) },
    { ...dewi, photoReview: aReview(inDays(-15), overdue) },
    anEmployee({
      id: "emp_asked",
      photoReview: aReview(inDays(-2), { ...overdue, until: inDays(2) }),
    }),
    anEmployee({
      id: "emp_reported",
      ...ofInspectorate,
      photoReview: aReview(inDays(-1), { report }),
    }),
    // Past its time and reported is one photo.
    anEmployee({
      id: "emp_both",
      ...ofInspectorate,
      photoReview: aReview(inDays(-9), { ...overdue, report }),
    }),
    // An officer has answered the report.
    anEmployee({
      ...{ id: "emp_answered", ...ofInspectorate },
      photoReview: aReview(inDays(-1), { report: { ...report, isOpen: false } }),
    }),
  );
  const api = { photoReviews: new PhotoReviewsOf(employees), employees, clock };

  expect(await countReviews(api, by)).toEqual({
    waiting: [{ item: "photo-reviews", count: 5, urgent: 3 }],
  });
  expect(await countReviews(api, { ...by, units: [siti.unitKerja] })).toEqual({
    waiting: [{ item: "photo-reviews", count: 1 }],
  });
});

test("of more than a hundred photos the first are counted, and that there are more", async () => {
  const people = Array.from({ length: 101 }, (_, i) =>
    anEmployee({
      ...{ id: `emp_${i}`, email: `${i}@contoh.example` },
      photoReview: aReview(inDays(-2)),
    }),
  );
  const employees = new EmployeesInMemory(...people);
  const api = { photoReviews: new PhotoReviewsOf(employees), employees, clock };

  expect(await countReviews(api, by)).toEqual({
    waiting: [{ item: "photo-reviews", count: 100, isMore: true }],
  });
});

const onLeave = { kedudukanHukum: "02" } as const;
function decree(i: number, change: Partial<Decree>): Decree {
  return { ...aDecree, id: `dec_${i}`, ...change };
}
/** Of a leave, by how many days it ends. */
const leave = (i: number, days: number, change: Partial<Decree> = {}) =>
  decree(i, { state: "acted", until: inDays(days).slice(0, 10), ...change });

test("what could not act and leaves near or past their end are counted, what waits is not", async () => {
  const decrees = new DecreesInMemory(
    decree(1, { state: "stuck", tmt: "2026-11-01", employeeId: dewi.id }),
    decree(2, { state: "waiting", tmt: "2026-11-30" }),
    ...[leave(3, -2), leave(4, 10), leave(5, 40)],
    // Who is back from a leave.
    leave(6, 5, { employeeId: dewi.id }),
  );
  const employees = new EmployeesInMemory({ ...siti, ...onLeave }, dewi);

  expect(await countDecrees({ decrees, employees, clock }, by)).toEqual({
    waiting: [
      { item: "decrees-stuck", count: 1 },
      { item: "leaves-ending", count: 2, urgent: 1 },
    ],
  });
  expect(await countDecrees({ decrees, employees, clock }, ofUnit)).toEqual({
    waiting: [
      { item: "decrees-stuck", count: 1 },
      { item: "leaves-ending", count: 0 },
    ],
  });
});

test("sixty thousand promotions of next week are not read whole, and it says so", async () => {
  const waiting = Array.from({ length: 1_101 }, (_, i) =>
    decree(10_000 + i, { state: "waiting", tmt: "2026-11-28" }),
  );
  const decrees = new DecreesInMemory(decree(1, { state: "stuck", tmt: "2026-11-01" }), ...waiting);
  const api = { decrees, clock, employees: new EmployeesInMemory(siti) };

  expect((await countDecrees(api, by)).waiting).toEqual([
    { item: "decrees-stuck", count: 1, isMore: true },
    { item: "leaves-ending", count: 0, isMore: true },
  ]);
});

test("the list is left alone behind the last day that counts", async () => {
  const later = Array.from({ length: 300 }, (_, i) =>
    decree(10_000 + i, { state: "waiting", tmt: "2027-04-01" }),
  );
  const decrees = new DecreesInMemory(decree(1, { state: "stuck", tmt: "2026-11-01" }), ...later);
  let parts = 0;
  const counted = {
    listed: (...query: Parameters<typeof decrees.listed>) => {
      parts++;
      return decrees.listed(...query);
    },
  };
  const api = { decrees: counted, clock, employees: new EmployeesInMemory(siti) };

  expect((await countDecrees(api, by)).waiting[0]).toEqual({ item: "decrees-stuck", count: 1 });
  expect(parts).toBe(1);
});

test("whom other agencies released is counted, for who reaches the whole agency", async () => {
  const transfers = new TransfersInMemory();
  const released = { ...aTransfer, to: instansiId, until: inDays(30) };
  await transfers.save({ ...released, employeeId: siti.id }, []);
  await transfers.save({ ...released, employeeId: dewi.id, until: inDays(-1) }, []);

  expect(await countArriving({ transfers, clock }, by)).toEqual({
    waiting: [{ item: "arriving", count: 1 }],
  });
  expect(await countArriving({ transfers, clock }, ofUnit)).toEqual({ waiting: [] });
});
