import { expect, test } from "vitest";
import type { Employee } from "#shared/employee/employee.ts";
import { askedOf, type PhotoReview } from "#shared/employee/photo-review.ts";
import { remindAsked } from "#shared/photo/remind-asked.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { PhotoReviewsOf } from "../../support/photo-reviews-in-memory.ts";

const dayMs = 86_400_000;
const clock = () => new FakeClock();
const inDays = (days: number) => new Date(clock().now().getTime() + days * dayMs).toISOString();

/** A person who is asked for a new photo until then. */
function asked(i: number, until: string, change: Partial<Employee> = {}): Employee {
  const photoReview: PhotoReview = {
    ...{ state: "new-asked", at: inDays(-11), causes: [], warned: [], faults: ["dress"], until },
  };
  return anEmployee({
    ...{ id: `emp_${i}`, nip: aNip(`19850212201001200${i}`), email: `${i}@contoh.example` },
    ...{ photoReview, ...change },
  });
}

function setUp(...people: Employee[]) {
  const employees = new EmployeesInMemory(...people);
  const history = new HistoryInMemory();
  const api = {
    ...{ employees, history, photoReviews: new PhotoReviewsOf(employees), clock: clock() },
    agencies: new AgenciesInMemory(anAgency(), anAgency({ id: "ins_lain" })),
  };
  const eventsOf = async (i: number) =>
    (await history.history({ subjectId: `account#emp_${i}`, limit: 9 })).items;
  return { api, employees, eventsOf };
}

test("whose time is over within three days is reminded, once, whatever agency it is", async () => {
  const { api, eventsOf } = setUp(
    asked(1, inDays(2.9)),
    asked(2, inDays(3.1)),
    asked(3, inDays(0.1), { instansiId: "ins_lain" }),
  );
  expect(await remindAsked(api)).toBe(2);
  expect(await remindAsked(api)).toBe(0);

  expect(await eventsOf(1)).toMatchObject([
    { action: "photo-due", actor: { role: "system" }, holderTold: true, changes: [] },
  ]);
  expect(await eventsOf(2)).toEqual([]);
  expect(await eventsOf(3)).toHaveLength(1);
  api.clock.advance({ days: 1 });
  expect(await remindAsked(api)).toBe(1);
  expect(await eventsOf(2)).toHaveLength(1);
});

test("whose photo somebody reported meanwhile is reminded of the request all the same, when its time comes", async () => {
  const { photoReview } = asked(1, inDays(3.1));
  const report = { at: inDays(-1), isOpen: true };
  const reported = photoReview && { ...photoReview, at: inDays(-1), report };
  const crowd = Array.from({ length: 100 }, (_, i) => {
    const number = String(i + 1).padStart(3, "0");
    const mail = { email: `${number}@c.example`, nip: aNip(`198502122010012${number}`) };
    const photo = { state: "waiting", at: inDays(-2), causes: ["reported"], warned: [] } as const;
    const sooner = { at: inDays(-2), isOpen: true };
    return anEmployee({ id: `emp_c${number}`, ...mail, photoReview: { ...photo, report: sooner } });
  });
  const { api, eventsOf } = setUp(...crowd, asked(1, "", { photoReview: reported }));
  expect(await remindAsked(api)).toBe(0);

  api.clock.advance({ days: 1 });
  expect(await remindAsked(api)).toBe(1);
  expect(await remindAsked(api)).toBe(0);
  expect(await eventsOf(1)).toMatchObject([{ action: "photo-due", holderTold: true }]);
  api.clock.advance({ days: 3 });
  expect(await remindAsked(api)).toBe(0);
});

test("nobody is reminded whose photo waits, whose time is over, who is suspended or has left", async () => {
  const waiting: PhotoReview = { state: "waiting", at: inDays(0), causes: ["warned"], warned: [] };
  const { api } = setUp(
    asked(1, inDays(-0.1)),
    asked(2, inDays(2), { kedudukanHukum: "99" }),
    asked(3, inDays(2), { kedudukanHukum: "04" }),
    asked(4, "", { photoReview: waiting }),
  );

  expect(await remindAsked(api)).toBe(0);
});

test("who is asked once more is reminded of that time too", async () => {
  const person = asked(1, inDays(2));
  const { api, eventsOf } = setUp(person);
  expect(await remindAsked(api)).toBe(1);
  const again = setUp(asked(1, inDays(2.5)));
  expect(
    await remindAsked({ ...api, employees: again.employees, photoReviews: again.api.photoReviews }),
  ).toBe(1);

  expect(await eventsOf(1)).toHaveLength(2);
});

test("more people than one query takes are all reminded", async () => {
  const crowd = Array.from({ length: 203 }, (_, i) => {
    const number = String(i + 1).padStart(3, "0");
    return asked(1, inDays(1 + i / 1000), {
      ...{
        id: `emp_c${number}`,
        nip: aNip(`198502122010012${number}`),
        email: `${number}@c.example`,
      },
    });
  });
  const { api } = setUp(...crowd);

  expect(await remindAsked(api)).toBe(203);
});

test("its holder reads that the time is over from the instant on at which it is", () => {
  const person = asked(1, inDays(1));
  expect(askedOf(person, new Date(inDays(0.99)))).not.toHaveProperty("overdue");
  expect(askedOf(person, new Date(inDays(1)))).toMatchObject({ overdue: true });
});
