import { expect, test } from "vitest";
import type { BulkList, BulkLists } from "#shared/bulk-change/bulk-change.ts";

export function aBulkList(change: Partial<BulkList> = {}): BulkList {
  return {
    bulkId: "blk_0123456789abcdefghjkmnpqrs",
    instansiId: "ins_contoh",
    askedBy: "emp_budi",
    change: { action: "assign", unitKerja: "Dinas Arsip" },
    people: ["emp_siti", "emp_dewi"].map((id) => ({
      id: id === "emp_siti" ? "emp_siti" : "emp_dewi",
      unitKerja: "Dinas Pendidikan",
      from: { unitKerja: "Dinas Pendidikan" },
    })),
    leftOut: [{ id: "emp_budi", why: "own-record" }],
    refused: {},
    madeAt: "2026-11-26T03:00:00.000Z",
    ...change,
  };
}

/** What every table of such lists does, the fake and the real one. */
export function bulkListTableContract(make: () => Promise<BulkLists>): void {
  const list = aBulkList();

  test("what was kept is found as it was, and is not kept anew", async () => {
    const lists = await make();

    await lists.keep(list);
    await lists.keep(aBulkList({ people: [] }));

    expect(await lists.find(list.bulkId)).toEqual(list);
    expect(await lists.find("blk_other")).toBeUndefined();
  });

  test("who was refused is noted, in any order and twice, and of nothing is nothing noted", async () => {
    const lists = await make();
    await lists.keep(list);

    await lists.noteRefused(list.bulkId, { "1": "record-changed" });
    await lists.noteRefused(list.bulkId, { "0": "unchanged", "1": "record-changed" });
    await lists.noteRefused(list.bulkId, {});

    const refused = { "0": "unchanged", "1": "record-changed" };
    expect(await lists.find(list.bulkId)).toEqual({ ...list, refused });
    await expect(lists.noteRefused("blk_other", { "0": "unchanged" })).rejects.toThrow();
  });
}
