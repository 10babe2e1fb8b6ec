import { expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { runLeaverEraser } from "../../../functions/leaver-eraser/handle.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { aReport } from "../../support/correction-table-contract.ts";
import { CorrectionsInMemory } from "../../support/corrections-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext } from "../../support/lambda-events.ts";

async function setUp() {
  const logs = {
    info: vi.spyOn(logger, "info").mockReturnValue(),
    warn: vi.spyOn(logger, "warn").mockReturnValue(),
  };
  const agency = anAgency();
  const gone = anEmployee({
    ...{ id: "emp_gone", kedudukanHukum: "99", instansiId: agency.id },
    cardChangedAt: "2010-01-01T00:00:00.000Z",
  });
  const corrections = new CorrectionsInMemory();
  await corrections.add({ ...aReport, instansiId: agency.id });
  const clock = new FakeClock(aReport.dueAt);
  const world = {
    ...{ corrections, clock, erasureYears: 10, parts: [] },
    employees: new EmployeesInMemory(gone),
    agencies: new AgenciesInMemory(agency),
    users: { deleteUser: async () => {} },
  };
  const run = async (event: unknown) => await runLeaverEraser(world)(event, aContext);
  return { ...world, ...logs, run };
}

test("the log says how many were erased, and of no person", async () => {
  const { run, info, warn, employees } = await setUp();
  await run({ job: "erase-leavers" });
  await run({ job: "erase-leavers" });

  expect(employees.saves.map(({ entry }) => entry.action)).toEqual([
    "erasure-begun",
    "record-erased",
  ]);
  expect(info.mock.calls).toEqual([
    ["job.erase-leavers", { erased: 1 }],
    ["job.erase-leavers", { erased: 0 }],
  ]);
  expect(warn.mock.calls).toEqual([]);
});

test("reports that are past their time are counted, which an alarm hears of", async () => {
  const { run, warn, clock } = await setUp();
  clock.advance({ seconds: 1 });
  await run({ job: "erase-leavers" });

  expect(warn.mock.calls).toEqual([["corrections.overdue", { overdue: 1 }]]);
});

test("another job is none of its own", async () => {
  const { run } = await setUp();
  await expect(run({ job: "reconcile" })).rejects.toThrow();
});
