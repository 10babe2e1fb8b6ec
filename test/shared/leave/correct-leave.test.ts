/** An officer corrects somebody's leave: a movement more, and nothing that was posted changes. */
import { expect, test } from "vitest";
import { correctLeave, openLeave } from "#shared/leave/correct-leave.ts";
import { leaveWorld } from "../../support/leave-world.ts";

const by = { employeeId: "emp_head", instansiId: "ins_contoh", units: undefined } as const;
const key = (n: number) => String(n).padStart(26, "0");
const correction = { key: key(1), source: 2025, days: 6, reason: "Sisa 2025, kartu cuti lama" };

async function world() {
  const all = await leaveWorld();
  const correct = async (change: Partial<typeof correction> = {}) =>
    await correctLeave(all.api, { ...correction, ...change, id: "emp_siti", by });
  return { ...all, correct, open: () => openLeave(all.api, { id: "emp_siti", by }) };
}

test("what was left before there was a ledger is entered with its reason, and its person is told", async () => {
  const { api, correct, free, ledger, open } = await world();
  expect(await correct()).toMatchObject({
    ...{ year: 2026, movements: [{ kind: "correction", source: 2025, days: 6 }, {}] },
  });
  expect(await free(2026)).toBe(18);
  // The same once more is the same one.
  await correct();
  expect(await free(2026)).toBe(18);
  expect((await ledger()).movements.filter(({ kind }) => kind === "correction")).toHaveLength(1);
  const { items } = await api.history.history({ subjectId: "account#emp_siti", limit: 10 });
  expect(items).toMatchObject([
    { action: "leave-changed", reason: correction.reason, actor: { id: "emp_head" } },
  ]);
  expect((await open()).notes).toContainEqual(expect.objectContaining({ source: 2025, left: 6 }));
});

test("days that are taken away stay away, also when the year is opened again", async () => {
  const { ask, correct, free, ledger } = await world();
  const before = (await ledger()).movements;
  await correct({ source: 2026, days: -2 });
  expect(await free(2026)).toBe(10);
  await ask();
  expect(await free(2026)).toBe(7);
  const { movements } = await ledger();
  expect(movements.slice(0, before.length)).toEqual(before);
});

test("nothing goes below zero, and each fault is told by its field", async () => {
  const { api, correct, ledger } = await world();
  const faults = [
    [{ days: -13, source: 2026 }, "days", "balance-short"],
    [{ days: -1 }, "days", "balance-short"],
    [{ days: 0 }, "days", "nothing-changed"],
    [{ source: 2023 }, "source", "malformed"],
    [{ source: 2027 }, "source", "malformed"],
    [{ reason: " " }, "reason", "required"],
  ] as const;
  for (const [change, field, code] of faults)
    await expect(correct(change)).rejects.toMatchObject({ problems: [{ field, code }] });
  expect((await ledger()).movements).toEqual([]);
  const own = { ...by, employeeId: "emp_siti" } as const;
  await expect(correctLeave(api, { ...correction, id: "emp_siti", by: own })).rejects.toMatchObject(
    { code: "own-record" },
  );
  const elsewhere = { ...by, instansiId: "ins_lain" };
  await expect(openLeave(api, { id: "emp_siti", by: elsewhere })).rejects.toMatchObject({
    status: 404,
  });
});
