import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { problemsOfRecord } from "#shared/employee/employee-rules.ts";
import { importCodes } from "#shared/import/import-codes.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import { judgeWhole } from "../../support/whole-file.ts";
import { workbookOf } from "../../support/workbook.ts";
import { inShort, openContracts, plantedFaults } from "./planted-faults.ts";
import { csvOf, siasnCsv, siasnFaults, siasnFile, siasnRows } from "./siasn-files.ts";

const agency = { instansiId: "ins_contoh", instansi: "Pemerintah Kab. Contoh" };
const judge = (bytes: Uint8Array<ArrayBuffer>) => judgeWhole(bytes);
/** In one line. */
const inLine = ({ row, column, code, severity }: ImportProblem) =>
  `${row} ${column}: ${code} ${severity}`;
const openLine = "0 AKHIR KONTRAK: contract-end-missing warning";

describe("a SIASN export with 24 planted faults", () => {
  test("each is found at its row and column, with its value and what would be right, and nothing else", async () => {
    const { rows, problems } = await judge(siasnFile("siasn-faults.csv"));

    expect(rows).toBe(30);
    expect(problems.map(inShort)).toEqual([
      openContracts,
      ...plantedFaults(siasnRows("siasn-faults.csv")),
    ]);
  });

  test("each answer of the cases is kept: who is refused, warned of, or taken", () => {
    const found = new Map(
      plantedFaults(siasnRows("siasn-faults.csv")).map((each) => [each.row, each]),
    );
    expect(siasnFaults()).toHaveLength(24);
    for (const { row, field, right } of siasnFaults()) {
      const { column, severity } = found.get(row) ?? {};
      const isRefused = /^(refused|read as|CON_|ACC_)/.test(right);
      const isSaid = isRefused || right.startsWith("warning") || row === 29;
      expect([row, column], right).toEqual([row, isSaid ? field : undefined]);
      expect([row, severity === "error"], right).toEqual([row, isRefused]);
    }
  });

  test("whoever has no error is taken, mended where nothing is lost", async () => {
    const { people } = await judge(siasnFile("siasn-faults.csv"));
    const at = (row: number) => people.find((person) => person.row === row);

    expect(people).toHaveLength(16);
    expect(at(10)?.nip).toBe("198403112009111005");
    expect(at(11)?.nip).toBe("199108142012122006");
    expect(at(12)?.nip).toBe("197001172011011007");
    expect(at(13)?.nip).toBe("197706202012022008");
    expect(at(21)?.said.name).toBe("YOHANES UMPAMA");
    expect(at(22)?.said.name).toBe("NI’MATULLAH CONTOH");
    expect(at(23)?.said).toMatchObject({ gelarDepan: "", gelarBelakang: "" });
    expect(at(24)?.said.name).toBe("YOHANES TIRUAN");
    expect(at(26)).toMatchObject({ kind: "PPPK-PW", said: { golongan: "" } });
    for (const { nip, kind, said } of people)
      expect(problemsOfRecord({ ...agency, ...said, nip, kind, tmt: said.tmt ?? "" })).toEqual([]);
    expect(at(29)?.said.unitKerja).toBe("UPT SDN 3 Kalirekaan No. 2 (filial)");
  });

  test("what is said names the other value, row or list, and what would be right", async () => {
    const { problems } = await judge(siasnFile("siasn-faults.csv"));
    const at = (row: number) => problems.find((problem) => problem.row === row);

    expect(at(14)).toMatchObject({ value: "30265", example: "23-11-1984" });
    expect(at(14)?.params).toEqual({ read: "10-11-1982", right: "23-11-1984" });
    expect(at(15)?.params).toEqual({ read: "12-02-1985", right: "26-04-1991" });
    expect(at(16)).toMatchObject({ value: "F", example: "M" });
    expect(at(17)).toMatchObject({ value: "01-01-1999", example: "01-06-2016" });
    expect(at(20)?.params).toEqual({ row: 2 });
    expect(at(25)?.params?.list).toMatch(/^I\/a, .*IV\/e$/);
    expect(at(30)?.params).toEqual({ row: 2 });
  });

  test("the same rows in an Excel workbook are judged alike", async () => {
    const rows = siasnRows("siasn-faults.csv").map((cells) =>
      cells.map((cell) =>
        cell.startsWith("=") ? { formula: cell.slice(1), value: "klik" } : cell,
      ),
    );

    expect(await judge(workbookOf(rows))).toEqual(await judge(siasnFile("siasn-faults.csv")));
  });
});

test.each([
  "siasn-columns-reordered.csv",
  "siasn-utf16.csv",
  "siasn-windows1252.csv",
  "siasn-workbook.xlsx",
])("all twelve people of %s are taken, by the record's own rules too", async (name) => {
  const { rows, people, problems } = await judge(siasnFile(name));

  expect([rows, people.length, problems.map(inLine)]).toEqual([12, 12, [openLine]]);
  for (const { nip, kind, said } of people)
    expect(problemsOfRecord({ ...agency, ...said, nip, kind, tmt: said.tmt ?? "" })).toEqual([]);
  const isWindows = name.includes("1252");
  expect(people.some(({ said }) => said.name === "JOSÉ REKAAN")).toBe(isWindows);
});

test("two rows with one number that differ: neither is taken, and each names the other", async () => {
  const { people, problems } = await judge(siasnCsv({}, { NAMA: "AYU UMPAMA" }));

  expect(people).toEqual([]);
  expect(problems.map(inLine)).toEqual([
    "2 NIP BARU: person-differs-in-file error",
    "3 NIP BARU: person-differs-in-file error",
  ]);
});

test("a NIP that the workbook keeps as a number is refused, however whole it looks", async () => {
  const [headings = [], , row = []] = siasnRows("siasn-faults.csv");
  const withNip = (number: string) => [
    headings,
    row.map((cell, i) => (headings[i] === "NIP BARU" ? { number } : cell)),
  ];
  for (const number of ["198411072007031003", "1.98411072007031E+17"]) {
    const { people, problems } = await judge(workbookOf(withNip(number)));

    expect(people).toEqual([]);
    expect(problems.map(inLine)).toEqual(["2 NIP BARU: nip-as-number error"]);
  }
});

test("days that a workbook keeps as days are the same as their texts", async () => {
  const [headings = [], , row = []] = siasnRows("siasn-faults.csv");
  const days: Readonly<Record<string, number>> = { "TANGGAL LAHIR": 30_993, "TMT PNS": 39_508 };
  const cells = row.map((cell, i) => ({ day: days[headings[i] ?? ""] ?? 0, cell }));
  const rows = [headings, cells.map(({ day, cell }) => (day > 0 ? { day } : cell))];

  const { people, problems } = await judge(workbookOf(rows));

  expect(problems).toEqual([]);
  expect(people[0]?.said.tmt).toBe("2008-03-01");
});

test("titles above the headings move the rows; a missing, unknown or repeated column is named", async () => {
  const rows = siasnRows("siasn-columns-reordered.csv");
  const titled = await judge(csvOf([["DAFTAR PEGAWAI"], [], ...rows]));
  const [headings = [], ...people] = rows;
  const renamed = headings.map((heading) => (heading === "JABATAN" ? "JABATN" : heading));

  expect(titled.people[0]?.row).toBe(4);
  const without = await judge(csvOf([renamed, ...people]));
  expect(without.rows).toBe(12);
  expect(without.people).toEqual([]);
  expect(without.problems.map(inLine).sort()).toEqual([
    "1 JABATAN: column-missing error",
    "1 JABATN: column-unknown warning",
  ]);
  const twice = headings.map((heading) => (heading === "KPKN" ? "Nama" : heading));
  const repeated = await judge(csvOf([twice, ...people]));
  expect(repeated.people).toEqual([]);
  expect(repeated.problems.map(({ code }) => code)).toContain("column-twice");
});

test("what the file itself is told for: no headings, links to other files, further sheets", async () => {
  const rows = siasnRows("siasn-columns-reordered.csv");
  const sheets = '<sheet name="Data" r:id="rId1"/><sheet name="Lama" r:id="rId1"/>';
  const workbook = `<workbook xmlns:r="r"><sheets>${sheets}</sheets></workbook>`;
  const more = { "xl/workbook.xml": workbook, "xl/externalLinks/externalLink1.xml": "<a/>" };

  expect((await judge(csvOf(rows.slice(1)))).problems.map(inLine)).toEqual([
    "0 : file-no-header error",
  ]);
  const { people, problems } = await judge(workbookOf(rows, more));
  expect([people.length, problems.map(inLine)]).toEqual([
    12,
    ["0 : file-links warning", openLine, "0 : file-sheets warning"],
  ]);
  expect(problems.at(-1)?.value).toBe("Lama");
});

test("two thousand generated rows never throw, and every problem is complete", async () => {
  const headings = siasnRows("siasn-faults.csv")[0] ?? [];
  const clean = siasnRows("siasn-faults.csv").flat();
  const cell = fc.oneof(fc.constantFrom(...clean), fc.string({ unit: "grapheme" }), fc.string());
  const row = fc.array(cell, { minLength: 0, maxLength: headings.length + 2 });
  let judged = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 20, maxLength: 20 }), async (rows) => {
      const { problems, people, rows: count } = await judge(csvOf([headings, ...rows]));
      judged += rows.length;
      expect(people.length).toBeLessThanOrEqual(count);
      for (const { row: at, column, code } of problems) {
        expect(importCodes).toContain(code);
        if (at === 0) continue;
        expect(at).toBeGreaterThan(1);
        expect(headings).toContain(column);
      }
    }),
    { numRuns: 100 },
  );
  expect(judged).toBe(2000);
});

test("of two columns for one field SIASN's is read, and the other is told", async () => {
  const [headings = [], ...people] = siasnRows("siasn-columns-reordered.csv");
  const twice = headings.map((heading) => (heading === "KPKN" ? "Unit Kerja" : heading));

  const { people: taken, problems } = await judge(csvOf([twice, ...people]));

  expect(taken[0]?.said.unitKerja).toBe("Dinas Komunikasi dan Informatika");
  expect(problems.map(inLine)).toEqual([openLine, "1 Unit Kerja: column-spare warning"]);
  expect(problems[1]?.params).toEqual({ column: "UNOR" });
});

test("a contract without an end is told once for a file that has no column for it, else of each row", async () => {
  const [headings = [], ...people] = siasnRows("siasn-columns-reordered.csv");
  const withEnds = headings.map((heading) => (heading === "KPKN" ? "Akhir Kontrak" : heading));
  const kinds = people.map((cells) => cells[headings.indexOf("JENIS PEGAWAI")]);
  const told = kinds.flatMap((kind, i) =>
    kind?.startsWith("PPPK") ? [`${i + 2} Akhir Kontrak: contract-end-missing warning`] : [],
  );

  expect(told.length).toBeGreaterThan(0);
  const { people: taken, problems } = await judge(csvOf([withEnds, ...people]));
  expect([taken.length, problems.map(inLine)]).toEqual([12, told]);
  const allPns = people.filter((_, i) => !kinds[i]?.startsWith("PPPK"));
  expect((await judge(csvOf([headings, ...allPns]))).problems).toEqual([]);
});

test("another agency in the file, and a TMT that is no first of a month, are told", async () => {
  const { people, problems } = await judge(
    siasnCsv(
      { "TMT PNS": "03/01/2008" },
      { "NIP BARU": "198411072007031004", "INSTANSI KERJA": "X" },
    ),
  );

  expect(people).toHaveLength(2);
  expect(problems.map(inLine)).toEqual([
    "2 TMT PNS: tmt-day warning",
    "3 INSTANSI KERJA: instansi-differs warning",
  ]);
});
