import { expect, test } from "vitest";
import { changedFields } from "../../../web/src/import/changed-fields.ts";

test("what lets somebody in or keeps somebody out is told first, also where nobody's changes; then the most", () => {
  const text = changedFields({ jabatan: 40, email: 1200, unitKerja: 90, name: 3 });

  expect(text.split(" · ")).toEqual([
    ...["Surel: 1.200", "Kedudukan hukum: 0", "TMT: 0", "Akhir perjanjian kerja: 0"],
    ...["Jenis pegawai: 0", "Nama tanpa gelar: 3", "Unit kerja: 90", "Jabatan: 40"],
  ]);
});
