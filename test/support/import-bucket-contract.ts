import { expect, test } from "vitest";
import type { ImportId } from "#shared/import/import.ts";
import type { ImportFiles } from "#shared/import/imports.ts";

type Files = ImportFiles & {
  putUpload(id: ImportId, bytes: Uint8Array<ArrayBuffer>): Promise<void>;
};

/** What every import bucket does, the fake and the real one. `make` gives an empty bucket each time. */
export function importBucketContract(make: () => Promise<Files>): void {
  test("a file is read as it was uploaded; one that is not there is undefined", async () => {
    const files = await make();
    await files.putUpload("imp_1", new Uint8Array([0, 1, 255]));

    const read = async (file: Blob) => [...new Uint8Array(await file.arrayBuffer())];
    const twice = await files.withUpload("imp_1", async (file) => [
      await read(file),
      await read(file.slice(1)),
    ]);
    expect(twice).toEqual([
      [0, 1, 255],
      [1, 255],
    ]);
    expect(await files.withUpload("imp_2", read)).toBeUndefined();
  });

  test("a text is read as it was stored last", async () => {
    const files = await make();
    await files.put("results/imp_1/a/new/0.json", "[1]");
    await files.put("results/imp_1/a/new/0.json", "[«Ayu»]");

    expect(await files.read("results/imp_1/a/new/0.json")).toBe("[«Ayu»]");
    expect(await files.read("results/imp_1/a/new/1.json")).toBeUndefined();
  });

  test("keys follow one another in their order", async () => {
    const files = await make();
    const folder = "results/imp_1/a/refused/";
    for (const name of ["2.0", "1.1", "1.0"]) await files.put(`${folder}${name}`, "[]");
    await files.put("results/imp_1/b/refused/1.5", "[]");

    const first = await files.nextKey(folder, undefined);
    const second = await files.nextKey(folder, first);
    const third = await files.nextKey(folder, second);
    expect([first, second, third]).toEqual([`${folder}1.0`, `${folder}1.1`, `${folder}2.0`]);
    expect(await files.nextKey(folder, third)).toBeUndefined();
  });

  test("a link to a marked file is short-lived and names it", async () => {
    const files = await make();
    async function* bytes() {
      yield new Uint8Array([1]);
      yield new Uint8Array([2]);
    }
    await files.putMarked("results/imp_1/a", bytes());

    const link = await files.linkToMarked("results/imp_1/a", "data pegawai-masalah.csv");
    expect(link).toContain("results/imp_1/a/marked");
    expect(decodeURIComponent(decodeURIComponent(link))).toContain("data pegawai-masalah.csv");
  });
}
