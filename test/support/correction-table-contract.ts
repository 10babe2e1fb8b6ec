import { expect, test } from "vitest";
import { entryOf } from "#shared/account/account-event.ts";
import type { AuditTrail } from "#shared/audit/audit-trail.ts";
import type { Correction, Corrections } from "#shared/correction/correction.ts";

export const aReport: Correction = {
  employeeId: "emp_siti",
  field: "jabatan",
  id: "cor_1",
  instansiId: "ins_contoh",
  stood: "Arsiparis",
  right: "Arsiparis Ahli Pertama",
  note: "SK 12/2026",
  reportedAt: "2026-11-21T03:00:00.000Z",
  dueAt: "2026-11-24T03:00:00.000Z",
};
const another: Correction = {
  ...{ employeeId: "emp_budi", field: "birthPlace", id: "cor_2", instansiId: "ins_contoh" },
  ...{ right: "Cirebon", reportedAt: "2026-11-21T02:00:00.000Z" },
  dueAt: "2026-11-24T02:00:00.000Z",
};
const answer = {
  outcome: "refused",
  reason: "Sesuai SK 9/2024; ajukan ke BKPSDM dengan SK yang baru.",
  at: "2026-11-22T03:00:00.000Z",
  by: "emp_petugas",
} as const;

const line = entryOf({
  ...{ employeeId: "emp_siti", action: "correction-refused", matterId: "cor_1" },
  ...{ actor: { role: "officer", id: answer.by }, at: new Date(answer.at), reason: answer.reason },
});
const answered = { code: "correction-answered" };

interface Made {
  readonly corrections: Corrections;
  /** Where its lines are. */
  readonly history: Pick<AuditTrail, "add" | "history">;
}

/** What every table of such reports does, the fake and the real one. `make` gives empty tables each time. */
export function correctionTableContract(makeBoth: () => Promise<Made>): void {
  const make = async () => (await makeBoth()).corrections;

  test("a report is found, and of its field there is one at a time", async () => {
    const corrections = await make();
    expect(await corrections.add(aReport)).toBe(true);
    expect(await corrections.add({ ...aReport, id: "cor_3" })).toBe(false);
    expect(await corrections.add({ ...aReport, field: "name", id: "cor_4" })).toBe(true);

    expect((await corrections.of("emp_siti")).map(({ id }) => id)).toEqual(["cor_1", "cor_4"]);
    expect((await corrections.of("emp_siti"))[0]).toEqual(aReport);
    expect(await corrections.of("emp_budi")).toEqual([]);
  });

  test("it is answered once, also by many at once, with one line of history, and then waits no more", async () => {
    const { corrections, history } = await makeBoth();
    await corrections.add(aReport);
    const all = await Promise.allSettled(
      Array.from({ length: 5 }, (_, later) =>
        corrections.answer(aReport, answer, { ...line, revision: line.revision + later }),
      ),
    );

    expect(all.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    const { items } = await history.history({ subjectId: line.subjectId, limit: 9 });
    expect(items).toMatchObject([{ action: "correction-refused", holderTold: true }]);
    expect(await corrections.of("emp_siti")).toEqual([{ ...aReport, answer }]);
    expect(await corrections.open("ins_contoh", { limit: 9 })).toEqual([]);
    const next = { ...aReport, id: "cor_5" };
    expect(await corrections.add(next)).toBe(true);
    const late = { ...line, revision: line.revision + 9 };
    await expect(corrections.answer(aReport, answer, late)).rejects.toMatchObject(answered);
    expect(await corrections.of("emp_siti")).toEqual([next]);
  });

  test("without its line of history there is no answer", async () => {
    const { corrections, history } = await makeBoth();
    await corrections.add(aReport);
    await history.add({ ...line, action: "correction-reported" });

    await expect(corrections.answer(aReport, answer, line)).rejects.toMatchObject(answered);
    expect(await corrections.of("emp_siti")).toEqual([aReport]);
  });

  test("those that are due first come first, page after page, of one agency alone", async () => {
    const corrections = await make();
    await corrections.add(aReport);
    await corrections.add(another);
    await corrections.add({ ...another, employeeId: "emp_lain", instansiId: "ins_lain" });

    expect(await corrections.open("ins_contoh", { limit: 9 })).toEqual([another, aReport]);
    expect(await corrections.open("ins_contoh", { limit: 1 })).toEqual([another]);
    expect(await corrections.open("ins_contoh", { limit: 1, after: another })).toEqual([aReport]);
    expect(await corrections.open("ins_contoh", { limit: 1, after: aReport })).toEqual([]);
  });

  test("it goes along to another agency", async () => {
    const corrections = await make();
    await corrections.add(aReport);
    expect(await corrections.handOver(aReport, "ins_lain")).toBe(true);
    expect(await corrections.open("ins_contoh", { limit: 9 })).toEqual([]);
    expect(await corrections.open("ins_lain", { limit: 9 })).toEqual([
      { ...aReport, instansiId: "ins_lain" },
    ]);
  });

  test("those past their time are counted, up to the most", async () => {
    const corrections = await make();
    await corrections.add(aReport);
    await corrections.add(another);
    const count = (at: string, most = 9) =>
      corrections.countOverdue("ins_contoh", new Date(at), most);

    expect(await count("2026-11-24T02:00:00.000Z")).toBe(0);
    expect(await count("2026-11-24T02:30:00.000Z")).toBe(1);
    expect(await count("2026-11-25T00:00:00.000Z")).toBe(2);
    expect(await count("2026-11-25T00:00:00.000Z", 1)).toBe(1);
    await corrections.answer(another, answer, line);
    expect(await count("2026-11-25T00:00:00.000Z")).toBe(1);
  });
}
