import { expect, test, vi } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { reportId, reportRecord } from "#shared/photo/reported-photo.ts";
import { logger } from "#shared/runtime/logger.ts";
import { accountIdOf } from "#shared/session/account-state.ts";
import { runContactChanger } from "../../../functions/contact-changer/handle.ts";
import { AccountRecordsInMemory } from "../../support/account-records-in-memory.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { CampaignsInMemory } from "../../support/campaigns-in-memory.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { aChange } from "../../support/contact-change-table-contract.ts";
import { ContactChangesInMemory } from "../../support/contact-changes-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { freezesInMemory } from "../../support/freezes.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { aContext } from "../../support/lambda-events.ts";
import { LeaveLedgersInMemory } from "../../support/leave-ledgers-in-memory.ts";
import { inboxesInMemory } from "../../support/mail-plans-in-memory.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { SessionsInMemory } from "../../support/sessions-in-memory.ts";
import { WorkCalendarsInMemory } from "../../support/work-calendars-in-memory.ts";

/** Of none. */
const reports = { opened: 0, idle: 0 };
const suspicions = reports;

async function setUp(...others: readonly Employee[]) {
  const info = vi.spyOn(logger, "info").mockReturnValue();
  const siti = anEmployee({ id: "emp_siti" });
  const reported = new CaptchasInMemory();
  const clock = new FakeClock(aChange.effectiveFrom);
  const world = {
    freezes: freezesInMemory(clock).freezes,
    employees: new EmployeesInMemory(siti, ...others),
    contactChanges: new ContactChangesInMemory(),
    sessions: new SessionsInMemory(),
    accountHistory: new AccountHistory(new HistoryInMemory()),
    history: new HistoryInMemory(),
    reports: reported,
    suspicions: reported.suspicions,
    requests: new RequestsInMemory(),
    kinds: {},
    plans: inboxesInMemory().plans,
    mails: { sendAll: async () => {} },
    campaigns: new CampaignsInMemory(),
    accountRecords: new AccountRecordsInMemory(),
    agencies: new AgenciesInMemory(),
    calendars: new WorkCalendarsInMemory(),
    ledgers: new LeaveLedgersInMemory(),
    clock,
  };
  await world.contactChanges.set(aChange);
  const run = async (event: unknown) => await runContactChanger(world)(event, aContext);
  return { ...world, run, info };
}

test("what is due is carried out once, and the log has no address", async () => {
  const { run, employees, info } = await setUp();
  await run({ job: "contact-changes" });
  await run({ job: "contact-changes" });

  expect(employees.saves.map(({ after }) => after.email)).toEqual([aChange.to]);
  expect(info.mock.calls).toEqual([
    [
      "job.contact-changes",
      {
        done: 1,
        void: 0,
        reports,
        suspicions,
        deadlines: 0,
        reminded: 0,
        summaries: 0,
        forms: 0,
        recounted: 0,
      },
    ],
    [
      "job.contact-changes",
      {
        done: 0,
        void: 0,
        reports,
        suspicions,
        deadlines: 0,
        reminded: 0,
        summaries: 0,
        forms: 0,
        recounted: 0,
      },
    ],
  ]);
});

test("an account that was frozen at any moment since keeps its address", async () => {
  const { run, employees, sessions, info } = await setUp();
  const account = accountIdOf(anEmployee({ id: "emp_siti" }).nip);
  // As a freeze that was decided before the change was confirmed, and written after it.
  const at = new Date(Date.parse(aChange.askedAt) - 1).toISOString();
  await sessions.freeze(account, { at, by: { role: "holder", id: "emp_siti" } });
  await run({ job: "contact-changes" });

  expect(employees.saves).toEqual([]);
  expect(info.mock.calls).toEqual([
    [
      "job.contact-changes",
      {
        done: 0,
        void: 1,
        reports,
        suspicions,
        deadlines: 0,
        reminded: 0,
        summaries: 0,
        forms: 0,
        recounted: 0,
      },
    ],
  ]);
});

test("a run that ended between the save and its note is made up for by the next", async () => {
  const { run, employees, contactChanges } = await setUp();
  const { take } = contactChanges;
  contactChanges.take = async () => {
    throw new Error("ended");
  };
  await expect(run({ job: "contact-changes" })).rejects.toThrow("ended");
  contactChanges.take = take;
  await run({ job: "contact-changes" });

  expect(employees.saves).toHaveLength(1);
  expect(await contactChanges.of("emp_siti")).toEqual([]);
});

test("a record that changes at that moment is left to the next run", async () => {
  const { run, employees, contactChanges } = await setUp();
  const save = employees.save.bind(employees);
  employees.save = async (revision) => await save({ ...revision, seen: revision.seen + 1 });
  await run({ job: "contact-changes" });
  expect(await contactChanges.of("emp_siti")).toEqual([aChange]);
  employees.save = save;
  await run({ job: "contact-changes" });

  expect(await employees.find("emp_siti")).toMatchObject({ email: aChange.to });
});

test("a record that cannot be read keeps nobody else's change waiting, and every failure is named", async () => {
  const error = vi.spyOn(logger, "error").mockReturnValue();
  const budi = anEmployee({
    ...{ id: "emp_budi", nip: aNip("198001012005012001"), email: "budi@contoh.example" },
  });
  const { run, employees, contactChanges, requests } = await setUp(budi);
  await contactChanges.set({ ...aChange, employeeId: budi.id, to: "budi.baru@contoh.example" });
  const find = employees.find.bind(employees);
  employees.find = async (id) => {
    if (id === "emp_siti") throw new Error("unreadable");
    return await find(id);
  };
  requests.due = async () => {
    throw new Error("throttled");
  };
  await expect(run({ job: "contact-changes" })).rejects.toThrow("unreadable");

  expect(await find(budi.id)).toMatchObject({ email: "budi.baru@contoh.example" });
  expect(error.mock.calls).toMatchObject([
    ["job.item-failed", { part: "changes", id: "emp_siti#email" }],
    ["job.part-failed", { part: "changes" }],
    ["job.part-failed", { part: "deadlines" }],
  ]);
});

test("a part that takes long leaves the others their time, and the next run goes on", async () => {
  const warn = vi.spyOn(logger, "warn").mockReturnValue();
  const { run, employees, contactChanges, campaigns, clock } = await setUp();
  const untaken = vi.spyOn(campaigns, "untaken");
  for (let i = 0; i < 3; i++)
    await contactChanges.set({ ...aChange, employeeId: `emp_${i}`, field: "phone" });
  const find = employees.find.bind(employees);
  employees.find = async (id) => {
    clock.advance({ seconds: 20 });
    return await find(id);
  };
  const start = clock.now().getTime();
  await run({ job: "contact-changes" });
  // Half a minute of three: the second one still begins.
  expect(clock.now().getTime() - start).toBe(40_000);
  expect(untaken).toHaveBeenCalledOnce();
  expect(warn.mock.calls).toEqual([["job.cut-short", { part: "changes", left: 2 }]]);
  await run({ job: "contact-changes" });
  expect(await contactChanges.due(clock.now(), 9)).toEqual([]);
});

test("a reported photo reaches the officers although a change of an address fails", async () => {
  const { run, employees, reports: waiting, contactChanges, clock } = await setUp();
  const { photoId = "pho_none", id: employeeId } =
    (await employees.find("emp_siti")) ?? anEmployee();
  const report = { employeeId, photoId, reportedAt: clock.now().toISOString() };
  await waiting.use({ id: reportId(report) }, reportRecord(report));
  contactChanges.due = async () => {
    throw new Error("throttled");
  };
  await expect(run({ job: "contact-changes" })).rejects.toThrow("throttled");

  expect(await employees.find("emp_siti")).toMatchObject({ photoReview: { causes: ["reported"] } });
});

test.each([{ job: "reconcile" }, {}, null])("the job %j is none of it", async (event) => {
  const { run, employees } = await setUp();

  await expect(run(event)).rejects.toThrow();
  expect(employees.saves).toEqual([]);
});
