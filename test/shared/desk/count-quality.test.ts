import { expect, test, vi } from "vitest";
import { type Bulk, newBulk, type Stepped } from "#shared/bulk/bulk.ts";
import { doStep } from "#shared/bulk/do-step.ts";
import { qualityPass } from "#shared/desk/count-quality.ts";
import { startNightlyPasses, startPass } from "#shared/desk/start-pass.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { AgencyPeopleInMemory } from "../../support/agency-people-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { BoardsInMemory } from "../../support/boards-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { CampaignsInMemory } from "../../support/campaigns-in-memory.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { change, EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";

/** People without a telephone number; of every tenth a contract that ends in a month, and of one it has passed. */
function crowd(count: number): Employee[] {
  return Array.from({ length: count }, (_, i) =>
    anEmployee({
      ...{ id: `emp_${String(i).padStart(5, "0")}`, unitKerja: `Unit ${i % 7}` },
      ...(i % 10 === 0 && {
        ...({ kind: "PPPK", kedudukanHukum: "71", tmt: "2010-02-01" } as const),
        contractEnd: i === 0 ? "2026-11-20" : "2026-12-20",
      }),
    }),
  );
}

function world(people: readonly Employee[]) {
  const clock = new FakeClock("2026-11-26T20:07:00.000Z");
  const [bulks, boards] = [new BulksInMemory(), new BoardsInMemory()];
  const employees = new EmployeesInMemory(...people);
  const history = new HistoryInMemory();
  const parts = new AgencyPeopleInMemory(employees);
  const campaigns = new CampaignsInMemory();
  const decrees = new DecreesInMemory();
  const pass = qualityPass({
    people: parts,
    boards,
    campaigns,
    decrees,
    employees,
    history,
    clock,
  });
  const notHere = { step: (): Promise<Stepped> => Promise.reject(new Error("another kind")) };
  const kinds = {
    ...{ import: notHere, "unit-move": notHere, "agency-name": notHere, remind: notHere },
    quality: pass,
    change: notHere,
  };
  const messages: Bulk["id"][] = [];
  const steps = {
    send: async (id: Bulk["id"]) => void messages.push(id),
    sendFirst: async (id: Bulk["id"]) => void messages.push(id),
  };
  const agencies = new AgenciesInMemory(anAgency(), anAgency({ id: "ins_timur", zone: "WIT" }));
  /** @param times each message is delivered */
  const work = async (times = 1) => {
    let most = 0;
    for (let id = messages.shift(); id; id = messages.shift()) {
      const here = id;
      const deliveries = Array.from({ length: times }, () =>
        doStep({ bulks, steps, kinds, clock }, here),
      );
      await Promise.all(deliveries);
      most = Math.max(most, messages.length);
    }
  };
  return {
    ...{ clock, bulks, boards, employees, history, agencies, messages, work, pass },
    bulkSteps: steps,
  };
}

test.each([1, 2, 3])(
  "a night counts every agency, each message delivered %d times",
  async (times) => {
    const night = world(crowd(2_345));
    expect(await startNightlyPasses(night)).toBe(2);
    await night.work(times);
    const board = await night.boards.find("ins_contoh");

    expect(board).toMatchObject({ people: 2_344, unreadable: 0, ending: 234 });
    expect(board?.asOf).toBe("2026-11-26T20:07:00.000Z");
    expect(board?.failing).toMatchObject({ COM_7: 2_344, ACC_5: 2_344 });
    expect(board?.unknown).toMatchObject({ CON_2: 2_344, TIM_5: 2_344 });
    expect(await night.boards.find("ins_timur")).toMatchObject({ people: 0, failing: {} });
    expect(night.bulks.all.map(({ state, done }) => [state, done])).toEqual([
      ["done", 2_345],
      ["done", 0],
    ]);
  },
);

test("a step reads a thousand people at most, and its cursor stays small", async () => {
  const { pass } = world(crowd(1_500));
  const begun = newBulk(
    {
      ...({ id: "blk_1", kind: "quality", instansiId: "ins_contoh" } as const),
      parameters: { day: "2026-11-27" },
    },
    new Date(),
  );
  const first = await pass.step(begun);
  const again = await pass.step(begun);
  const second = await pass.step({ ...begun, cursor: first.next ?? "" });

  expect(again).toEqual(first);
  expect([first.done, second.done, second.next]).toEqual([1_000, 500, undefined]);
  expect(first.next?.length).toBeLessThan(1_000);
});

test.each([0, 1, 2])("a worker that dies behind step %d leaves nothing wrong", async (dead) => {
  const night = world(crowd(2_100));
  await startNightlyPasses(night);
  const { bulks, boards, pass } = night;
  for (let i = 0; ; i++) {
    const [bulk] = bulks.all;
    if (bulk?.state !== "running") break;
    const stepped = await pass.step(bulk);
    // It dies between what it kept and what it noted, and once more.
    if (i === dead) {
      await pass.step(bulk);
      await pass.step(bulk);
    }
    await bulks.move(bulk, stepped, night.clock.now());
  }

  expect(await boards.find("ins_contoh")).toMatchObject({ people: 2_099 });
});

test("runs of one night start each agency once, the next night anew", async () => {
  const night = world([]);
  await startNightlyPasses(night);
  night.clock.advance({ minutes: 20 });
  const start = vi.spyOn(night.bulks, "start");
  expect(await startNightlyPasses(night)).toBe(0);
  // The night has 84 runs: they look, and write nothing.
  expect(start).not.toHaveBeenCalled();
  night.clock.advance({ hours: 24 });
  expect(await startNightlyPasses(night)).toBe(2);
});

test("officers share the pass of an hour, and see what was mended since the night", async () => {
  const people = crowd(3).map((each, i) => ({
    ...each,
    ...{ nip: aNip(`19850212201001200${i + 1}`), email: `${i}@contoh.example` },
  }));
  const desk = world(people);
  await startNightlyPasses(desk);
  await desk.work();
  desk.clock.advance({ hours: 6 });
  for (const one of people.slice(1, 2))
    await change(desk.employees, one, { phone: "0812 3456 7890" }, desk.clock);
  const ask = (employeeId: `emp_${string}`) =>
    startPass(desk, { instansiId: "ins_contoh", employeeId });
  const id = await ask("emp_budi");

  expect(await ask("emp_rahayu")).toBe(id);
  await desk.work();
  expect((await desk.boards.find("ins_contoh"))?.failing).toMatchObject({ COM_7: 1 });
  desk.clock.advance({ hours: 1 });
  expect(await ask("emp_budi")).not.toBe(id);
});

test("people are judged on the day of their agency, in all steps", async () => {
  const night = world([]);
  night.clock.advance({ hours: 19 });
  await startNightlyPasses(night);

  // 15.07 UTC: in Jayapura the next day has begun, in Jakarta it is 22.07 of the day that ends.
  expect(night.bulks.all.map(({ instansiId, parameters }) => [instansiId, parameters])).toEqual([
    ["ins_timur", { day: "2026-11-28" }],
  ]);
  night.clock.advance({ hours: 2 });
  expect(await startNightlyPasses(night)).toBe(1);
  expect(night.bulks.all.at(-1)).toMatchObject({
    ...{ instansiId: "ins_contoh", parameters: { day: "2026-11-28" } },
  });
});
