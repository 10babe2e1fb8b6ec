import { expect, test } from "vitest";
import { readKind } from "#shared/employee/spellings.ts";
import { exportHeadings, exportRow } from "#shared/export/export-columns.ts";
import { aNip, anEmployee } from "../../support/builders.ts";

test("a kind is written as people write it, and an import reads it as the same kind", () => {
  const nip = aNip("199104102025212004");
  const partTime = anEmployee({ nip, kind: "PPPK-PW", golongan: undefined });
  const row = exportRow(partTime, new Date("2026-11-27T03:00:00Z"));
  const kind = row[exportHeadings.indexOf("JENIS PEGAWAI")] ?? "";

  expect(kind).toBe("PPPK Paruh Waktu");
  expect(readKind(kind)).toBe("PPPK-PW");
  expect(row[exportHeadings.indexOf("GOL AKHIR")]).toBe("");
});
