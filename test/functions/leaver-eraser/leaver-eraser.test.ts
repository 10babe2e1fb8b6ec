import { expect, test, vi } from "vitest";
import { logger } from "#shared/runtime/logger.ts";
import { runLeaverEraser } from "../../../functions/leaver-eraser/handle.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { anEmployee } from "../../support/builders.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext } from "../../support/lambda-events.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";

function setUp() {
  const info = vi.spyOn(logger, "info").mockReturnValue();
  const agency = anAgency();
  const gone = anEmployee({
    ...{ id: "emp_gone", kedudukanHukum: "99", instansiId: agency.id },
    cardChangedAt: "2010-01-01T00:00:00.000Z",
  });
  const clock = new FakeClock("2026-11-24T03:00:00.000Z");
  const world = {
    ...{ clock, erasureYears: 10, parts: [], evidenceDays: 0 },
    requests: new RequestsInMemory(),
    endedFiles: { endedBy: async () => [], remove: async () => {} },
    files: { delete: async () => {} },
    employees: new EmployeesInMemory(gone),
    agencies: new AgenciesInMemory(agency),
    users: { deleteUser: async () => {} },
  };
  const run = async (event: unknown) => await runLeaverEraser(world)(event, aContext);
  return { ...world, info, run };
}

test("the log says how many were erased, and of no person", async () => {
  const { run, info, employees } = setUp();
  await run({ job: "erase-leavers" });
  await run({ job: "erase-leavers" });

  expect(employees.saves.map(({ entry }) => entry.action)).toEqual([
    "erasure-begun",
    "record-erased",
  ]);
  expect(info.mock.calls).toEqual([
    ["job.erase-leavers", { erased: 1, forgotten: 0 }],
    ["job.erase-leavers", { erased: 0, forgotten: 0 }],
  ]);
});

test("files that cannot be deleted keep no other file and no leaver, and the run fails, so that it is repeated", async () => {
  const { endedFiles, ...world } = setUp();
  const error = vi.spyOn(logger, "error").mockReturnValue();
  const endedAt = "2026-01-01T00:00:00.000Z";
  const notes = (["req_1", "req_2"] as const).map((requestId) => ({
    ...({ requestId, person: "emp_siti", endedAt } as const),
    files: [`evd_${requestId}a`, `evd_${requestId}b`] as const,
  }));
  const deleted: string[] = [];
  const removed: string[] = [];
  const run = runLeaverEraser({
    ...{ ...world, evidenceDays: 30 },
    files: {
      delete: async ({ file }) => {
        if (file === "evd_req_1a") throw new Error("no answer");
        deleted.push(file);
      },
    },
    endedFiles: {
      endedBy: async () => notes,
      remove: async ({ requestId }) => void removed.push(requestId),
    },
  });

  await expect(run({ job: "erase-leavers" }, aContext)).rejects.toThrow("no answer");
  expect(deleted).toEqual(["evd_req_1b", "evd_req_2a", "evd_req_2b"]);
  expect(removed).toEqual(["req_2"]);
  expect(world.employees.saves.map(({ entry }) => entry.action)).toContain("record-erased");
  expect(error).toHaveBeenCalledWith("job.part-failed", expect.objectContaining({ part: "files" }));
});

test("another job is none of its own", async () => {
  const { run } = setUp();
  await expect(run({ job: "reconcile" })).rejects.toThrow();
});
