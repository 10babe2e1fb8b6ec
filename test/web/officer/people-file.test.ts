import { expect, test } from "vitest";
import { peopleFile } from "../../../web/src/officer/people-file.ts";

const words = {
  headings: { name: "Nama", nip: "NIP", unitKerja: "Unit", why: "Keterangan" },
  unknown: "(tidak ditampilkan)",
};

test("a list is saved line by line, and nothing in it is carried out by a spreadsheet", async () => {
  const rows = [
    { id: "emp_1", name: "Siti; Contoh", nip: "19850101 201001 2 001", unitKerja: "=1+1" },
    { why: "di luar wewenang" },
  ];
  const text = await peopleFile(rows, words).text();

  expect(text.replace("\uFEFF", "").trimEnd().split("\r\n")).toEqual([
    `"Nama";"NIP";"Unit";"Keterangan"`,
    `"Siti; Contoh";"19850101 201001 2 001";"'=1+1";""`,
    `"(tidak ditampilkan)";"";"";"di luar wewenang"`,
  ]);
});
