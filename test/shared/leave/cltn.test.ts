/** A CLTN acts on the record by itself, and only the reactivation ends it (decision 0098). */
import { expect, test } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import { actDecrees } from "#shared/decree/act-decrees.ts";
import { cardStatus } from "#shared/employee/employee.ts";
import { openedFor } from "#shared/leave/leave-case.ts";
import { change } from "../../support/employees-in-memory.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { advice, agreed, leaveWorld } from "../../support/leave-world.ts";
import { RolesInMemory } from "../../support/roles-in-memory.ts";

const cltn = {
  ...({ kind: "cltn", reason: "ikut-pasangan-tugas" } as const),
  ...{ from: "2027-01-04", to: "2030-01-03" },
  evidence: ["dokumen-alasan" as const],
};
const whole = { ...cltn, evidence: [...cltn.evidence, "persetujuan-bkn" as const] };
const ask = { act: "clarify", code: "other", reason: "Lampirkan persetujuan BKN" } as const;

async function world() {
  const all = await leaveWorld();
  const { clock, decrees, employees } = all;
  const history = new HistoryInMemory(employees.history);
  const at = (instant: string) =>
    clock.advance({ seconds: (Date.parse(instant) - clock.now().getTime()) / 1000 });
  const night = async (day: string) => {
    at(`${day}T17:05:00.000Z`);
    const roles = new RolesInMemory();
    const accountHistory = new AccountHistory(history);
    return await actDecrees({ ...{ decrees, employees, roles, accountHistory }, clock });
  };
  /** The years whose own days were granted. */
  const opened = async () => {
    const found = await siti();
    const today = clock.now().toISOString().slice(0, 10);
    const movements = openedFor(await all.ledger(), found, { today });
    return movements.flatMap(({ kind, source }) => (kind === "grant" ? [source] : []));
  };
  const siti = async () => {
    const found = await employees.find("emp_siti");
    if (!found) throw new Error("Nobody.");
    return { ...found, status: cardStatus(found, clock.now()) };
  };
  const given = async (form: Parameters<typeof all.ask>[0], key: string) => {
    const { id } = await all.ask(form, key);
    await all.decide("emp_head", id, advice);
    await all.decide("emp_chief", id, agreed);
    return id;
  };
  return { ...all, at, night, opened, siti, given };
}

test("without the approval of BKN the PPK gives none; with it the first day suspends the card by itself", async () => {
  const { ask: send, decide, decrees, night, revise, siti } = await world();
  const { id } = await send(cltn);
  await decide("emp_head", id, advice);
  await expect(decide("emp_chief", id, agreed)).rejects.toMatchObject({ code: "request-outdated" });
  expect(await decrees.of("emp_siti")).toEqual([]);

  await decide("emp_chief", id, ask);
  await revise(id, whole);
  await decide("emp_head", id, advice);
  await decide("emp_chief", id, agreed);
  expect(await decrees.of("emp_siti")).toMatchObject([
    {
      ...{ kind: "position", state: "waiting", tmt: "2027-01-04", until: "2030-01-03" },
      ...{ from: { kedudukanHukum: "01" }, to: { kedudukanHukum: "02" } },
      ...{ askedBy: "emp_head", approvedBy: "emp_chief" },
    },
  ]);
  await night("2027-01-02");
  expect(await siti()).toMatchObject({ kedudukanHukum: "01", status: "active" });
  await night("2027-01-03");
  expect(await siti()).toMatchObject({ kedudukanHukum: "02", status: "suspended" });
});

test("its end revives nothing, and an extension is asked for from the suspension and acts as 13", async () => {
  const { given, night, siti } = await world();
  const first = await given(whole, "first");
  await night("2027-01-03");
  const longer = { ...whole, from: "2030-01-04", to: "2031-01-03", extends: first };
  await given(longer, "longer");
  await night("2030-01-03");
  expect(await siti()).toMatchObject({ kedudukanHukum: "13", status: "suspended" });
  await night("2031-06-01");
  expect(await siti()).toMatchObject({ kedudukanHukum: "13", status: "suspended" });
});

test("what officers have entered already is not entered again, and no other leave has a decree", async () => {
  const { ask: send, clock, decide, decrees, employees, given, night, siti } = await world();
  await given({}, "annual");
  const first = await given(whole, "first");
  const [decree] = await decrees.of("emp_siti");
  expect(await decrees.of("emp_siti")).toHaveLength(1);
  if (!decree) throw new Error("There is no decree.");
  await night("2027-01-03");
  const longer = { ...whole, from: "2030-01-04", to: "2031-01-03", extends: first };
  const { id } = await send(longer, "longer");
  await decide("emp_head", id, advice);
  await change(employees, await siti(), { kedudukanHukum: "13" }, clock);
  await decide("emp_chief", id, agreed);
  expect(await decrees.of("emp_siti")).toHaveLength(1);
});

test("after it the years of work begin anew: annual leave comes in the year after the first full one", async () => {
  const { at, clock, employees, given, night, opened, siti } = await world();
  await given({ ...whole, to: "2028-01-03" }, "short");
  await night("2027-01-03");
  at("2028-02-01T03:00:00.000Z");
  await change(employees, await siti(), { kedudukanHukum: "01" }, clock);
  expect(await opened()).toEqual([2026, 2027]);
  at("2029-02-01T03:00:00.000Z");
  expect(await opened()).toEqual([2026, 2027, 2029]);
});
