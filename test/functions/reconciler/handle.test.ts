import { beforeEach, expect, test, vi } from "vitest";
import { newBulk } from "#shared/bulk/bulk.ts";
import { logger } from "#shared/runtime/logger.ts";
import { runReconciler } from "../../../functions/reconciler/handle.ts";
import { anEmployee } from "../../support/builders.ts";
import { aBulk } from "../../support/bulk-table-contract.ts";
import { aContext } from "../../support/lambda-events.ts";
import { ReconcileWorld } from "../../support/reconcile-world.ts";
import { writeInMemory } from "../../support/steps-in-memory.ts";

const siti = anEmployee({ cardChangedAt: "2026-11-21T02:00:00.000Z" });

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "error").mockReturnValue();
});

async function setUp() {
  const world = new ReconcileWorld("2026-11-21T02:00:00.000Z");
  await world.open(siti);
  await world.upload("pho_1");
  world.clock.advance({ minutes: 5 });
  const handle = runReconciler(world);
  return { world, run: async (event: unknown) => await handle(event, aContext) };
}

test("the reconciler asks for what a dead function left behind, and changes no record", async () => {
  const { world, run } = await setUp();
  await run({ job: "reconcile" });

  expect(world.redraws).toEqual([siti.id]);
  expect(world.requests).toMatchObject([{ employeeId: "emp_siti", photoId: "pho_1" }]);
  expect(world.employees.saves).toEqual([]);
  expect(logger.info).toHaveBeenCalledWith("job.reconcile", {
    uploads: 1,
    redraws: 1,
    renewals: 0,
    givenUp: 0,
    bulks: 0,
  });
  expect(logger.error).not.toHaveBeenCalled();
});

test("a card that is given up is an ERROR with our own ids, which an alarm counts", async () => {
  const { world, run } = await setUp();
  world.clock.advance({ minutes: 48 * 60 });
  await run({ job: "reconcile" });

  expect(vi.mocked(logger.error).mock.calls).toEqual([
    ["card.given-up", { employeeId: siti.id, revision: 1, since: siti.cardChangedAt }],
  ]);
});

test("bulk work that does not move is asked for, and given up as an ERROR that an alarm counts", async () => {
  const { world, run } = await setUp();
  const bulk = newBulk({ ...aBulk() }, world.clock.now());
  writeInMemory([world.bulks.starting(bulk)]);
  world.clock.advance({ minutes: 5 });
  await run({ job: "reconcile" });
  expect(world.steps).toEqual([bulk.id]);
  world.clock.advance({ hours: 24 });
  await run({ job: "reconcile" });

  // Once more: what is left to do of work that ended, such as its report, the worker does.
  expect(world.steps).toEqual([bulk.id, bulk.id]);
  expect(logger.error).toHaveBeenCalledWith("bulk.given-up", { bulkId: bulk.id });
});

test.each([{ job: "contract-ends" }, { job: "sweep" }, {}, null, { job: "reconcile", more: 1 }])(
  "the job %j is none of the reconciler, and its failure is seen",
  async (event) => {
    const { world, run } = await setUp();

    await expect(run(event)).rejects.toThrow();
    expect([world.redraws, world.requests]).toEqual([[], []]);
  },
);
