import { expect, test } from "vitest";
import { fieldName, reviewedName, valueText } from "../../../web/src/officer/value-text.ts";

test.each([
  ["contractEnd", "2028-12-31", "31 Desember 2028"],
  ["tmt", "2005-03-01", "1 Maret 2005"],
  ["nip", "198502122010012004", "19850212 201001 2 004"],
  ["golongan", "III/c", "III/c Penata"],
  ["golongan", "IX", "IX"],
  ["kedudukanHukum", "99", "Pensiun"],
  ["kedudukanHukum", "constructor", "constructor"],
  ["jabatan", "Analis Kebijakan", "Analis Kebijakan"],
  ["jabatan", "", "(kosong)"],
  ["qrPausedAt", "2026-11-21T03:00:00.000Z", "21 November 2026 10.00 WIB"],
  ["nipOpenUntil", "2026-11-21T03:00:00.000Z", "21 November 2026 10.00 WIB"],
  ["erasureHeldAt", "2026-11-21T03:00:00.000Z", "21 November 2026 10.00 WIB"],
  ["qrPausedAt", "dihapus menurut aturan", "dihapus menurut aturan"],
  ["phone", undefined, "(kosong)"],
  ["toString", "x", "x"],
])("a record's %s %s reads «%s»", (field, value, text) => {
  expect(valueText(field, value)).toBe(text);
});

test("a field is called by its label; one without a label by itself", () => {
  expect([fieldName("unitKerja"), fieldName("constructor")]).toEqual(["Unit kerja", "constructor"]);
});

test("what the service refuses of a reviewed change is named; what is no field is not", () => {
  const asked = ["name", "reason", "sourceDay", "changes"];
  expect(asked.map(reviewedName)).toEqual([
    "Nama tanpa gelar",
    "Alasan perubahan",
    "Tanggal SK atau surat",
    undefined,
  ]);
});
