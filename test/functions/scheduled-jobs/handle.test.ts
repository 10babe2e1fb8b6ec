import type { Context } from "aws-lambda";
import { beforeEach, expect, test, vi } from "vitest";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PhotoName } from "#shared/photo/photo-digest.ts";
import { logger } from "#shared/runtime/logger.ts";
import { runJobs } from "../../../functions/scheduled-jobs/handle.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { CardsInMemory } from "../../support/cards-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";

const siti = anEmployee({ cardChangedAt: "2026-11-21T02:00:00.000Z" });
const agus = anEmployee({
  id: "emp_agus",
  nip: aNip("198502122024211001"),
  kind: "PPPK",
  golongan: "IX",
  kedudukanHukum: "71",
  email: "agus@contoh.example",
  contractEnd: "2026-11-20",
});

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

function setUp() {
  const clock = new FakeClock();
  const redraws: EmployeeId[] = [];
  const judged: PhotoName[] = [];
  const employees = new EmployeesInMemory(siti, agus);
  const uploads = new PhotoObjectsInMemory(clock);
  uploads.put("incoming/emp_siti/pho_1", Buffer.from("a PNG"));
  clock.advance({ minutes: 5 });
  const handle = runJobs({
    employees,
    cards: new CardsInMemory(),
    uploads,
    photoQueue: { send: async (name) => void judged.push(name) },
    redrawQueue: { send: async (id) => void redraws.push(id) },
    clock,
  });
  const run = async (event: unknown) => await handle(event, {} as Context);
  return { run, redraws, judged, employees };
}

test("the reconciler asks for what a dead function left behind, and changes no record", async () => {
  const { run, redraws, judged, employees } = setUp();
  await run({ job: "reconcile" });

  expect(redraws).toEqual([siti.id]);
  expect(judged).toMatchObject([{ employeeId: "emp_siti", photoId: "pho_1" }]);
  expect(employees.saves).toEqual([]);
  expect(logger.info).toHaveBeenCalledWith("job.reconcile", { redraws: 1, uploads: 1 });
});

test("contracts that are over are told of, once, and no kedudukan hukum is written", async () => {
  const { run, redraws, employees } = setUp();
  await run({ job: "contract-ends" });
  await run({ job: "contract-ends" });

  expect(employees.saves.map(({ after }) => [after.id, after.kedudukanHukum])).toEqual([
    ["emp_agus", "71"],
  ]);
  expect(redraws).toEqual([]);
  expect(vi.mocked(logger.info).mock.calls).toEqual([
    ["job.contract-ends", { told: 1 }],
    ["job.contract-ends", { told: 0 }],
  ]);
});

test.each([{ job: "sweep" }, {}, null, { job: "reconcile", more: 1 }])(
  "the job %j is none, and its failure is seen",
  async (event) => {
    const { run, redraws, employees } = setUp();

    await expect(run(event)).rejects.toThrow();
    expect([redraws, employees.saves]).toEqual([[], []]);
  },
);
