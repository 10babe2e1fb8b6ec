import { expect, test } from "vitest";
import { type Import, isJudged } from "#shared/import/import.ts";
import type { Imports } from "#shared/import/imports.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";
import { anImport } from "./imports.ts";

const judged = anImport();
const { judgement, ...rest } = judged;
const uploading: Import = { ...rest, state: "uploading" };
const approvalId = `apr_${"0".repeat(26)}` as const;
const later = `apr_${"1".repeat(26)}` as const;

/** What every import table does, the fake and the real one. `make` gives an empty table each time. */
export function importTableContract(
  make: () => Promise<{ imports: Imports; write(step: JoinedWrite): Promise<void> }>,
): void {
  if (!judgement || !isJudged(judged)) throw new Error("The sample is not judged.");
  const waiting = async () => {
    const { imports, write } = await make();
    await imports.add(judged);
    await write(imports.asking(judged, { mode: "all", approvalId }));
    return { imports, write };
  };

  test("an import is found as it was added, and one that is added again stays", async () => {
    const { imports } = await make();
    expect(await imports.add(uploading)).toEqual(uploading);
    expect(await imports.add({ ...uploading, fileName: "other.csv" })).toEqual(uploading);

    expect(await imports.find(uploading.id)).toEqual(uploading);
    expect(await imports.find("imp_other")).toBeUndefined();
  });

  test("an agency's are told newest first, and nobody else's", async () => {
    const { imports } = await make();
    await imports.add(uploading);
    await imports.add({ ...uploading, id: "imp_2", at: "2026-11-22T03:00:00.000Z" });
    await imports.add({ ...uploading, id: "imp_3", instansiId: "ins_lain" });

    const ids = (await imports.ofAgency("ins_contoh", 9)).map(({ id }) => id);
    expect(ids).toEqual(["imp_2", uploading.id]);
    expect(await imports.ofAgency("ins_contoh", 1)).toHaveLength(1);
  });

  test("a judgement is noted once, whether it has begun or not", async () => {
    const { imports } = await make();
    await imports.add(uploading);
    expect(await imports.begin(uploading.id)).toBe(1);
    expect(await imports.begin(uploading.id)).toBe(2);
    await imports.unbegin(uploading.id);
    expect(await imports.begin(uploading.id)).toBe(2);
    expect(await imports.begin("imp_other")).toBeUndefined();
    expect(await imports.find(uploading.id)).toMatchObject({ state: "judging" });

    expect(await imports.judge(uploading.id, "judged", judgement)).toBe(true);
    expect(await imports.judge(uploading.id, "refused", judgement)).toBe(false);
    expect(await imports.begin(uploading.id)).toBeUndefined();
    await imports.unbegin(uploading.id);
    expect(await imports.find(uploading.id)).toEqual({ ...judged, begun: 2 });
  });

  test("one is asked for once, and again only in place of the approval that was seen", async () => {
    const { imports, write } = await waiting();
    const asking = { mode: "good-rows", approvalId: later } as const;

    await expect(write(imports.asking(judged, asking))).rejects.toThrow("import-asked");
    const seen = { ...judged, asking: { mode: "all", approvalId } } as const;
    await write(imports.asking(seen, asking));
    await expect(write(imports.asking(seen, asking))).rejects.toThrow("import-asked");
    expect(await imports.find(judged.id)).toMatchObject({ state: "waiting", asking });
  });

  test("only the approval that waits begins to apply it, once", async () => {
    const { imports, write } = await waiting();

    const other = imports.applying(judged.id, later, "blk_1");
    await expect(write(other)).rejects.toThrow("approval-subject-changed");
    await write(imports.applying(judged.id, approvalId, "blk_1"));
    const again = imports.applying(judged.id, approvalId, "blk_2");
    await expect(write(again)).rejects.toThrow("approval-subject-changed");
    await imports.noteMarked(judged.id, 3);
    const applying = { state: "applying", bulkId: "blk_1", refusedInFile: 3 };
    expect(await imports.find(judged.id)).toMatchObject(applying);
  });
}
