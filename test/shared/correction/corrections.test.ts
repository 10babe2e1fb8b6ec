/** Reports of wrong data: from the holder's words to the officer's answer, by the clock of 3×24 hours. */
import { expect, test } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import type { AuditEntry } from "#shared/audit/audit-entry.ts";
import { answerCorrection } from "#shared/correction/answer-correction.ts";
import { listCorrections, tellOwnCorrections } from "#shared/correction/list-corrections.ts";
import { reportCorrection } from "#shared/correction/report-correction.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { Conflict, Forbidden, InvalidInput, NotFound } from "#shared/runtime/errors.ts";
import { reportableFields } from "#shared/wrong-data/reportable-fields.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { correctionTableContract } from "../../support/correction-table-contract.ts";
import { CorrectionsInMemory } from "../../support/corrections-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";

correctionTableContract(async () => {
  const entries: AuditEntry[] = [];
  return { corrections: new CorrectionsInMemory(entries), history: new HistoryInMemory(entries) };
});

const siti = anEmployee({ id: "emp_siti", jabatan: "Arsiparis", unitKerja: "Dinas A" });
const budi = anEmployee({ id: "emp_budi", nip: aNip("198502122010012055"), email: "b@b.example" });
const by = { employeeId: budi.id, instansiId: siti.instansiId, units: undefined } as const;
const hour = 3_600_000;

function desk() {
  const clock = new FakeClock();
  const entries: AuditEntry[] = [];
  const corrections = new CorrectionsInMemory(entries);
  const records = new Map([siti, budi].map((record) => [record.id, record]));
  const employees = {
    find: async (id: EmployeeId) => records.get(id),
    findAll: async () => records,
  };
  const accountHistory = new AccountHistory(new HistoryInMemory(entries));
  const api = { clock, corrections, employees, accountHistory };
  const report = (right = "Arsiparis Ahli Pertama", note = "SK 12/2026") =>
    reportCorrection(api, { employee: siti, field: "jabatan", right, note, origin: {} });
  const list = async (officer: Parameters<typeof listCorrections>[1]["by"] = by) =>
    (await listCorrections(api, { by: officer })).items;
  const answer = async (outcome: "corrected" | "refused", reason = "Sudah diubah") => {
    const [first] = await corrections.of(siti.id);
    const asked = { employeeId: siti.id, field: "jabatan" as const, id: first?.id ?? "" };
    clock.advance({ seconds: 1 });
    await answerCorrection(api, { ...asked, outcome, reason, by });
  };
  const change = (fields: Partial<typeof siti>) => records.set(siti.id, { ...siti, ...fields });
  const events = async () =>
    (await accountHistory.page({ employeeId: siti.id, limit: 9 })).items.map((each) => [
      each.action,
      each.holderTold,
    ]);
  return { ...api, api, report, list, answer, change, events };
}

test("the clock runs 3×24 hours from the report, for both sides", async () => {
  const { api, clock, report, list } = desk();
  const reportedAt = clock.now().getTime();
  await report();
  const dueAt = new Date(reportedAt + 72 * hour).toISOString();
  const told = { field: "jabatan", stood: "Arsiparis", right: "Arsiparis Ahli Pertama", dueAt };

  expect((await tellOwnCorrections(api, siti)).items).toMatchObject([
    { ...told, note: "SK 12/2026" },
  ]);
  expect(await list()).toMatchObject([
    { ...told, name: "Siti Rahma, S.Kom.", stands: "Arsiparis" },
  ]);
  clock.advance({ hours: 72 });
  expect((await list())[0]).not.toHaveProperty("overdue");
  clock.advance({ seconds: 1 });
  expect(await list()).toMatchObject([{ overdue: true }]);
  expect((await tellOwnCorrections(api, siti)).items).toMatchObject([{ overdue: true }]);
});

test("a field has one open report, and what is reported can be read and differs", async () => {
  const { report } = desk();
  await expect(report(" \u200b ")).rejects.toThrow(InvalidInput);
  await expect(report("Arsiparis")).rejects.toThrow(/nothing-changed/);
  await expect(report("Arsiparis\u202e")).rejects.toThrow(/characters-hidden/);
  await report();
  await expect(report("Arsiparis Ahli Muda")).rejects.toThrow(new Conflict("correction-open"));
});

test("«diperbaiki» can be said once the record says something else, and the holder hears of it", async () => {
  const { api, report, answer, change, list, events } = desk();
  await report();
  await expect(answer("corrected")).rejects.toThrow(new Conflict("correction-not-made"));
  change({ jabatan: "Arsiparis Ahli Pertama" });
  expect(await list()).toMatchObject([{ stands: "Arsiparis Ahli Pertama" }]);
  await answer("corrected", "SK 12/2026 diterapkan");

  expect(await list()).toEqual([]);
  expect((await tellOwnCorrections(api, siti)).items).toMatchObject([
    { answer: { outcome: "corrected", reason: "SK 12/2026 diterapkan" } },
  ]);
  expect(await events()).toEqual([
    ["correction-made", true],
    ["correction-reported", undefined],
  ]);
  await expect(answer("refused")).rejects.toThrow(new Conflict("correction-answered"));
});

test("a refusal needs a reason, and never names who refused", async () => {
  const { api, report, answer } = desk();
  await report();
  await expect(answer("refused", " ")).rejects.toThrow(/reason: required/);
  await answer("refused", "Sesuai SK 9/2024; ajukan SK yang baru");
  const { items } = await tellOwnCorrections(api, siti);

  expect(items).toMatchObject([{ answer: { outcome: "refused" } }]);
  expect(JSON.stringify(items)).not.toContain(budi.id);
});

test("nobody answers the own report, or one of another agency or unit", async () => {
  const { api, report } = desk();
  await report();
  const asked = { employeeId: siti.id, field: "jabatan", id: "cor", outcome: "refused" } as const;
  const as = (officer: Partial<typeof by> | { readonly units: readonly string[] }) =>
    answerCorrection(api, { ...asked, reason: "x", by: { ...by, ...officer } });

  await expect(
    answerCorrection(api, { ...asked, reason: "x", by: { ...by, employeeId: siti.id } }),
  ).rejects.toThrow(Forbidden);
  await expect(as({ units: ["Dinas B"] })).rejects.toThrow(NotFound);
  await expect(as({ units: ["Dinas A"] })).rejects.toThrow(new Conflict("correction-answered"));
});

test("a report goes with its person to another agency, with what is left of the time", async () => {
  const { api, change, report, list } = desk();
  await report();
  change({ instansiId: "ins_lain" });
  const there = { ...by, instansiId: "ins_lain" };

  expect(await list()).toEqual([]);
  expect(await list(there)).toMatchObject([{ employeeId: siti.id }]);
  expect((await api.corrections.of(siti.id))[0]?.instansiId).toBe("ins_lain");
});

test("whoever has some units sees their people alone", async () => {
  const { report, list } = desk();
  await report();
  expect(await list({ ...by, units: ["Dinas B"] })).toEqual([]);
  expect(await list({ ...by, units: ["Dinas A"] })).toHaveLength(1);
});

test("every field of the catalogue can be reported but those that the holder changes alone", () => {
  expect(reportableFields).not.toContain("email");
  expect(reportableFields).not.toContain("phone");
  expect(reportableFields).toEqual(
    expect.arrayContaining(["nip", "name", "nik", "kedudukanHukum"]),
  );
});
