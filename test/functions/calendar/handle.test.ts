import { beforeEach, expect, test, vi } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import { logger } from "#shared/runtime/logger.ts";
import { runCalendar } from "../../../functions/calendar/handle.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { BulksInMemory } from "../../support/bulks-in-memory.ts";
import { DecreesInMemory } from "../../support/decrees-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { aContext } from "../../support/lambda-events.ts";
import { PhotoReviewsOf } from "../../support/photo-reviews-in-memory.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";

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

const none = { reminded: 0, acted: 0, stuck: 0, over: 0, isCut: false };

function setUp() {
  const employees = new EmployeesInMemory(anEmployee(), agus);
  const bulks = new BulksInMemory();
  const agencies = new AgenciesInMemory(anAgency(), anAgency({ id: "ins_other" }));
  const handle = runCalendar({
    ...{ employees, agencies, bulks, bulkSteps: { sendFirst: async () => {} } },
    ...{ photoReviews: new PhotoReviewsOf(employees), history: new HistoryInMemory() },
    ...{ decrees: new DecreesInMemory(), roles: new RolesInMemory() },
    ...{ accountHistory: new AccountHistory(new HistoryInMemory()), clock: new FakeClock() },
  });
  const run = async (event: unknown) => await handle(event, aContext);
  return { run, employees, bulks };
}

test("contracts that are over are told of, once, and no kedudukan hukum is written", async () => {
  const { run, employees } = setUp();
  await run({ job: "days" });
  await run({ job: "days" });

  expect(employees.saves.map(({ after }) => [after.id, after.kedudukanHukum])).toEqual([
    ["emp_agus", "71"],
  ]);
  expect(vi.mocked(logger.info).mock.calls).toEqual([
    ["job.days", { told: 1, passes: 2, ...none }],
    ["job.days", { told: 0, passes: 0, ...none }],
  ]);
});

test("the data quality of every agency is counted, once a night", async () => {
  const { run, bulks } = setUp();
  await run({ job: "days" });
  await run({ job: "days" });

  expect(bulks.all.map(({ kind, instansiId }) => [kind, instansiId])).toEqual([
    ["quality", "ins_contoh"],
    ["quality", "ins_other"],
  ]);
});

test.each([{ job: "reconcile" }, { job: "sweep" }, {}, null, { job: "days", more: 1 }])(
  "the job %j is none of the calendar, and its failure is seen",
  async (event) => {
    const { run, employees } = setUp();

    await expect(run(event)).rejects.toThrow();
    expect(employees.saves).toEqual([]);
  },
);
