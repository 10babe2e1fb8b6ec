import { expect, test } from "vitest";
import { csvOf } from "../../../web/src/officer/csv.ts";

test("a table is UTF-8 with its mark, divided by semicolons, with line ends as RFC 4180 has them", () => {
  const rows = [
    ["Nama", "NIP"],
    ["Dr. Siti Rahma, S.Kom.", "19850212 201001 2 004"],
  ];

  expect(csvOf(rows)).toBe(
    '\uFEFF"Nama";"NIP"\r\n"Dr. Siti Rahma, S.Kom.";"19850212 201001 2 004"\r\n',
  );
});

test("quotation marks, semicolons and line ends stay in their cell", () => {
  expect(csvOf([['Bagian "Umum"; dua\r\nbaris', "x"]])).toBe(
    '\uFEFF"Bagian ""Umum""; dua\r\nbaris";"x"\r\n',
  );
});

test.each([
  "=1+1",
  "+62 812",
  "-2+3",
  "@SUM(A1)",
  '=HYPERLINK("https://evil.example";"x")',
  "=cmd|'/C calc'!A0",
  "  =1+1",
  "\u00a0=1+1",
  "\t=1+1",
  "\r=1+1",
  "\n=1+1",
  "＝1+1",
  "＋1",
  "－1",
  "＠SUM(A1)",
])("a spreadsheet does not carry out %j", (text) => {
  const cell = csvOf([[text]]).slice(1);

  expect(cell.startsWith("\"'")).toBe(true);
  expect(cell).toContain(text.replaceAll('"', '""'));
});

test.each(["Siti", "19850212 201001 2 004", "O'Neil", "A-B", "1+1", ""])(
  "%j stays as it is",
  (text) => {
    expect(csvOf([[text]])).toBe(`\uFEFF"${text}"\r\n`);
  },
);
