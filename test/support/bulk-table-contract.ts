import { expect, test } from "vitest";
import { type Bulk, type Bulks, newBulk } from "#shared/bulk/bulk.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

const start = new Date("2026-11-26T03:00:00.000Z");
const later = new Date("2026-11-26T03:05:00.000Z");

export function aBulk(change: Partial<Bulk> = {}): Bulk {
  const begun = {
    id: "blk_0123456789abcdefghjkmnpqrs",
    kind: "import",
    instansiId: "ins_contoh",
    askedBy: "emp_budi",
    approvedBy: "emp_citra",
    parameters: { importId: "imp_1" },
  } as const;
  return { ...newBulk(begun, start), ...change };
}

/** What every bulk table does, the fake and the real one. `make` gives an empty table each time. */
export function bulkTableContract(
  make: () => Promise<{ bulks: Bulks; write(step: JoinedWrite): Promise<void> }>,
): void {
  const bulk = aBulk();
  const begun = async () => {
    const { bulks, write } = await make();
    await write(bulks.starting(bulk));
    return { bulks, write };
  };
  const step = { next: "new:1", done: 20, unchanged: 3, refused: 2 };

  test("what was started is found, once", async () => {
    const { bulks, write } = await begun();

    expect(await bulks.find(bulk.id)).toEqual(bulk);
    expect(await bulks.find("blk_other")).toBeUndefined();
    await expect(write(bulks.starting(bulk))).rejects.toThrow("request-repeated");
  });

  test("a step moves cursor and counts, and only one of two that did it", async () => {
    const { bulks } = await begun();

    const both = [await bulks.move(bulk, step, later), await bulks.move(bulk, step, later)];

    expect(both).toEqual([true, false]);
    const moved = { cursor: "new:1", done: 20, unchanged: 3, refused: 2, state: "running" };
    expect(await bulks.find(bulk.id)).toMatchObject({ ...moved, movedAt: later.toISOString() });
    const next = await bulks.find(bulk.id);
    expect(next).not.toHaveProperty("total");
    await bulks.move(next ?? bulk, { ...step, next: "new:2", total: 60 }, later);
    const counted = { cursor: "new:2", done: 40, refused: 4, total: 60 };
    expect(await bulks.find(bulk.id)).toMatchObject(counted);
  });

  test("without a next step it is done, and nothing moves or stops it any more", async () => {
    const { bulks } = await begun();
    const last = { ...step, next: undefined };

    expect(await bulks.move(bulk, last, later)).toBe(true);
    expect(await bulks.move(bulk, last, later)).toBe(false);
    expect(await bulks.stop(bulk.id, { why: "asked", at: later })).toBe(false);
    expect(await bulks.find(bulk.id)).toMatchObject({ state: "done", done: 20 });
    expect(await bulks.due(new Date("2027-01-01"), 10)).toEqual([]);
  });

  test("one that is stopped stays so, and the step that was being done still counts", async () => {
    const { bulks } = await begun();

    expect(await bulks.stop(bulk.id, { why: "asked", at: later, by: "emp_budi" })).toBe(true);
    expect(await bulks.stop(bulk.id, { why: "given-up", at: later })).toBe(false);
    expect(await bulks.move(bulk, step, later)).toBe(true);
    const found = await bulks.find(bulk.id);
    expect(found).toMatchObject({ state: "stopped", done: 20, cursor: "new:1" });
    expect(found).toMatchObject({ stop: "asked", stoppedBy: "emp_budi" });
    expect(await bulks.due(new Date("2027-01-01"), 10)).toEqual([]);
  });

  test("what has not moved for two minutes is due, and one run takes it", async () => {
    const { bulks } = await begun();
    const at = (seconds: number) => new Date(start.getTime() + seconds * 1000);

    expect(await bulks.due(at(119), 10)).toEqual([]);
    const [due, ...others] = await bulks.due(at(120), 10);
    expect(others).toEqual([]);
    expect(due).toMatchObject({ id: bulk.id, cursor: "" });
    if (!due) throw new Error("Nothing is due.");
    const taken = [await bulks.postpone(due, at(400)), await bulks.postpone(due, at(400))];
    expect(taken).toEqual([true, false]);
    expect(await bulks.due(at(399), 10)).toEqual([]);
  });

  test("a step makes it due later, and what moved meanwhile is not postponed", async () => {
    const { bulks } = await begun();
    const [due] = await bulks.due(later, 10);
    await bulks.move(bulk, step, later);

    expect(await bulks.due(later, 10)).toEqual([]);
    if (!due) throw new Error("Nothing is due.");
    expect(await bulks.postpone(due, later)).toBe(false);
  });
}
