/** A calendar that changes after a leave was given: days come back, people are told, and nothing is counted twice (services.md 1.4, decision 0107). */
import { expect, test } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import { recountLeaves } from "#shared/leave/recount-leaves.ts";
import { AgenciesInMemory } from "../../support/agencies-in-memory.ts";
import { anAgency } from "../../support/agency-table-contract.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { advice, agreed, leaveWorld } from "../../support/leave-world.ts";

async function world() {
  const all = await leaveWorld();
  const history = new HistoryInMemory();
  const agencies = new AgenciesInMemory(anAgency(), anAgency({ id: "ins_lain" }));
  const job = { ...all.api, agencies, accountHistory: new AccountHistory(history) };
  let revision = 0;
  /** Each call is the whole year anew. */
  const holidays = async (
    ...days: readonly (readonly [string, "libur-nasional" | "cuti-bersama"])[]
  ) => {
    revision++;
    const at = all.clock.now().toISOString();
    const actor = { role: "operator" } as const;
    const entry = { subjectId: "holidays#2026", revision, at, actor } as const;
    await all.calendars.saveNational(
      {
        ...{ year: 2026, revision, ramadan: [] },
        holidays: days.map(([day, kind]) => ({
          day,
          kind,
          name: "Natal",
          source: "Keppres 1/2026",
        })),
      },
      { ...entry, action: "changed", changes: [] },
      { from: "2026-12-21", until: "2026-12-31" },
    );
  };
  const given = async (form: Parameters<typeof all.ask>[0] = {}) => {
    const { id } = await all.ask(form, JSON.stringify(form));
    await all.decide("emp_head", id, advice);
    await all.decide("emp_chief", id, agreed);
    return id;
  };
  const told = async () => {
    const { items } = await history.history({ subjectId: "account#emp_siti", limit: 9 });
    return items.map(({ action }) => action);
  };
  return { ...all, given, holidays, job, told };
}

test("a cuti bersama declared inside a running leave gives its day back and tells its person, once", async () => {
  const { calendars, clock, free, given, holidays, job, told } = await world();
  await given();
  expect(await free(2026)).toBe(9);
  clock.advance({ days: 22 });
  await holidays(["2026-12-23", "cuti-bersama"]);
  expect(await recountLeaves(job)).toBe(1);
  expect(await free(2026)).toBe(10);
  expect(await told()).toEqual(["leave-changed"]);
  expect(await calendars.uncounted()).toEqual([]);
  expect(await recountLeaves(job)).toBe(0);
});

test("what was counted stays as it is when the change is counted again, and the day is taken once more when it is a working day after all", async () => {
  const { free, given, holidays, job, told } = await world();
  await given();
  await holidays(["2026-12-23", "cuti-bersama"]);
  const calendars = { together: job.calendars.together.bind(job.calendars) };
  const [change] = await job.calendars.uncounted();
  if (!change) throw new Error("Nothing has changed.");
  const stuck = { ...calendars, uncounted: async () => [change], markCounted: async () => {} };
  expect(await recountLeaves({ ...job, calendars: stuck })).toBe(1);
  expect(await recountLeaves({ ...job, calendars: stuck })).toBe(0);
  expect(await free(2026)).toBe(10);
  await holidays();
  expect(await recountLeaves(job)).toBe(1);
  expect(await free(2026)).toBe(9);
  await holidays(["2026-12-22", "libur-nasional"], ["2026-12-23", "cuti-bersama"]);
  expect(await recountLeaves(job)).toBe(1);
  expect(await free(2026)).toBe(11);
  expect(await told()).toHaveLength(3);
});

test("what is on its way is counted by its decision, and a leave of months has no days to give back", async () => {
  const { ask, free, given, holidays, job, told } = await world();
  await ask();
  const sick = { kind: "sakit", reason: "sakit", evidence: ["surat-dokter"] } as const;
  const days = { from: "2026-12-28", to: "2026-12-30" };
  await given({ ...sick, ...days, evidence: [...sick.evidence] });
  await holidays(["2026-12-23", "cuti-bersama"], ["2026-12-29", "cuti-bersama"]);
  expect(await recountLeaves(job)).toBe(0);
  expect(await free(2026)).toBe(9);
  expect(await told()).toEqual([]);
});
