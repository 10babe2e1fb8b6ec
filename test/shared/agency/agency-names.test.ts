/** A new name of an agency is carried into its people's records: twice, cut off, or beside other changes it is written once. */
import { expect, test } from "vitest";
import { detailsOf } from "#shared/agency/agency.ts";
import { agencyNames } from "#shared/agency/agency-names.ts";
import { changeAgency } from "#shared/agency/change-agency.ts";
import { readNameWork, repeatNames } from "#shared/agency/name-work.ts";
import type { BulkId } from "#shared/bulk/bulk.ts";
import { doStep } from "#shared/bulk/do-step.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";

const people = Array.from({ length: 60 }, (_, i) =>
  anEmployee({
    id: `emp_${String(i).padStart(2, "0")}`,
    nip: aNip(`1985021220100120${String(i + 10)}`),
    email: `${i}@contoh.example`,
    ...(i === 59 && { instansiId: "ins_lain", instansi: "Lain" }),
  }),
);

async function setUp() {
  const clock = new FakeClock();
  const bulks = new BulksInMemory();
  const agencies = new AgenciesInMemory(anAgency());
  const employees = new EmployeesInMemory(...people);
  const messages: BulkId[] = [];
  const bulkSteps = { sendFirst: async (id: BulkId) => void messages.push(id) };
  const starting = { agencies, bulks, bulkSteps, clock };
  const change = async (name: string) => {
    const { revision = 0 } = (await agencies.find("ins_contoh")) ?? {};
    clock.advance({ seconds: 1 });
    return await changeAgency(
      { ...starting, unfitting: () => [] },
      {
        ...{ id: "ins_contoh", revision, reason: "Perda 1/2026" },
        details: { ...detailsOf(anAgency()), name },
        by: { role: "operator", id: "emp_oka" },
      },
    );
  };
  const names = agencyNames({ agencies, employees, clock });
  const elsewhere = { step: () => Promise.reject(new Error("This is another kind.")) };
  const others = {
    import: elsewhere,
    "unit-move": elsewhere,
    remind: elsewhere,
    quality: elsewhere,
    change: elsewhere,
  };
  const kinds = { ...others, "agency-name": names };
  const steps = { send: async (id: BulkId) => void messages.push(id) };
  /** @param twice as a queue delivers it */
  const work = async (twice = false) => {
    for (let id = messages.shift(); id; id = messages.shift()) {
      clock.advance({ seconds: 1 });
      await doStep({ bulks, steps, kinds, clock }, id);
      if (twice) await doStep({ bulks, steps, kinds, clock }, id);
    }
  };
  const namesNow = async () => {
    const found = await employees.findAll(people.map(({ id }) => id));
    return new Set([...found.values()].map(({ instansi }: Employee) => instansi));
  };
  const read = () => readNameWork({ agencies, bulks }, "ins_contoh");
  return { ...starting, messages, employees, change, work, namesNow, read };
}

test.each([false, true])(
  "everybody of the agency gets its new name once; delivered twice: %s",
  async (twice) => {
    const { bulks, employees, change, work, namesNow } = await setUp();
    await change("Kabupaten Contoh Raya");
    await work(twice);

    expect(await namesNow()).toEqual(new Set(["Kabupaten Contoh Raya", "Lain"]));
    expect(employees.saves).toHaveLength(59);
    expect(bulks.all).toMatchObject([
      { kind: "agency-name", state: "done", done: 59, refused: 0, total: 59 },
    ]);
    const lines = employees.history.filter(({ subjectId }) => subjectId === "emp_00");
    expect(lines).toMatchObject([
      {
        ...{
          action: "changed",
          reason: "Perda 1/2026",
          actor: { role: "operator", id: "emp_oka" },
        },
        changes: [
          { field: "instansi", to: "Kabupaten Contoh Raya" },
          { field: "zone", to: "WITA" },
        ],
      },
    ]);
  },
);

test("of two names one after the other the newest wins, whichever work comes first", async () => {
  const { bulks, change, work, namesNow } = await setUp();
  await change("Kabupaten Satu");
  await change("Kabupaten Dua");
  await work();

  expect(await namesNow()).toEqual(new Set(["Kabupaten Dua", "Lain"]));
  expect(bulks.all.map(({ state }) => state)).toEqual(["done", "done"]);
});

test("a new zone is carried into the records as a new name is", async () => {
  const world = await setUp();
  const details = { ...detailsOf(anAgency()), zone: "WIT" } as const;
  const by = { role: "operator", id: "emp_oka" } as const;
  const said = { id: "ins_contoh", revision: 1, details, by, reason: "Keppres" };
  await changeAgency({ ...world, unfitting: () => [] }, said);
  await world.work();

  expect(await world.employees.find("emp_00")).toMatchObject({ zone: "WIT" });
  expect(await world.employees.find("emp_59")).not.toHaveProperty("zone");
});

test("a change that leaves name and zone starts no work", async () => {
  const { bulks, agencies, bulkSteps } = await setUp();
  const details = { ...detailsOf(anAgency()), texts: {} } as const;
  await changeAgency(
    { agencies, bulks, bulkSteps, clock: new FakeClock(), unfitting: () => [] },
    { id: "ins_contoh", revision: 1, details, by: { role: "operator", id: "emp_oka" } },
  );

  expect(bulks.all).toEqual([]);
});

test("what waits is told of how many it is as soon as the first step has counted them", async () => {
  const { change, work, read, messages } = await setUp();
  expect(await read()).toEqual({});
  await change("Kabupaten Contoh Raya");

  expect(await read()).toEqual({
    work: { state: "running", done: 0, unchanged: 0, refused: 0 },
  });
  // The change itself asks for the first step: nobody waits for the reconciler.
  expect(messages).toHaveLength(1);
  await work();
  expect(await read()).toEqual({
    work: { state: "done", done: 59, unchanged: 0, refused: 0, total: 59 },
  });
});

const again = { id: "ins_contoh", by: "emp_oka", reason: "Tiket 7" } as const;

test("work that was stopped is begun again, for those alone who still have another name", async () => {
  const world = await setUp();
  await world.change("Kabupaten Contoh Raya");
  const [first] = world.bulks.all;
  if (!first) throw new Error("Nothing has begun.");
  expect(await repeatNames(world, again)).toMatchObject({ work: { state: "running" } });
  expect(world.bulks.all).toHaveLength(1);
  await world.bulks.stop(first.id, { why: "given-up", at: world.clock.now() });
  expect(await world.read()).toMatchObject({ work: { state: "stopped" } });

  world.messages.length = 0;
  await repeatNames(world, again);
  await world.work();
  expect(await world.namesNow()).toEqual(new Set(["Kabupaten Contoh Raya", "Lain"]));
  expect(await world.read()).toMatchObject({ work: { state: "done", done: 59 } });
  world.clock.advance({ seconds: 1 });
  await repeatNames(world, again);
  await world.work();
  expect(await world.read()).toMatchObject({ work: { state: "done", done: 0, unchanged: 59 } });
  expect(world.employees.saves).toHaveLength(59);
});

test("of two that begin it again at once one does", async () => {
  const world = await setUp();
  const both = await Promise.allSettled([repeatNames(world, again), repeatNames(world, again)]);

  expect(both.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
  expect(world.bulks.all).toHaveLength(1);
  await expect(repeatNames(world, { ...again, id: "ins_none" })).rejects.toMatchObject({
    code: "not-found",
  });
  await expect(repeatNames(world, { ...again, reason: " " })).rejects.toMatchObject({
    problems: [{ field: "reason", code: "required" }],
  });
});
