import { beforeEach, expect, test, vi } from "vitest";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PhotoName } from "#shared/photo/photo-digest.ts";
import { logger } from "#shared/runtime/logger.ts";
import { runReconciler } from "../../../functions/reconciler/handle.ts";
import { anEmployee } from "../../support/builders.ts";
import { CardsInMemory } from "../../support/cards-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { aContext } from "../../support/lambda-events.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";

const siti = anEmployee({ cardChangedAt: "2026-11-21T02:00:00.000Z" });

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

function setUp() {
  const clock = new FakeClock();
  const redraws: EmployeeId[] = [];
  const validated: PhotoName[] = [];
  const employees = new EmployeesInMemory(siti);
  const uploads = new PhotoObjectsInMemory(clock);
  uploads.put("incoming/emp_siti/pho_1", Buffer.from("a PNG"));
  clock.advance({ minutes: 5 });
  const handle = runReconciler({
    employees,
    cards: new CardsInMemory(),
    uploads,
    photoQueue: { send: async (name) => void validated.push(name) },
    redrawQueue: { send: async (id) => void redraws.push(id) },
    clock,
  });
  const run = async (event: unknown) => await handle(event, aContext);
  return { run, redraws, validated, employees };
}

test("the reconciler asks for what a dead function left behind, and changes no record", async () => {
  const { run, redraws, validated, employees } = setUp();
  await run({ job: "reconcile" });

  expect(redraws).toEqual([siti.id]);
  expect(validated).toMatchObject([{ employeeId: "emp_siti", photoId: "pho_1" }]);
  expect(employees.saves).toEqual([]);
  expect(logger.info).toHaveBeenCalledWith("job.reconcile", { redraws: 1, uploads: 1 });
});

test.each([{ job: "contract-ends" }, { job: "sweep" }, {}, null, { job: "reconcile", more: 1 }])(
  "the job %j is none of the reconciler, and its failure is seen",
  async (event) => {
    const { run, redraws, validated } = setUp();

    await expect(run(event)).rejects.toThrow();
    expect([redraws, validated]).toEqual([[], []]);
  },
);
