import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import * as z from "zod";
import { runCommand } from "../../ops/kartu.ts";
import { type Found, openContracts, plantedFaults } from "../shared/import/planted-faults.ts";
import { siasnCsv, siasnRows } from "../shared/import/siasn-files.ts";

const folderOfCases = join("test", "shared", "import", "files");
const faults = join(folderOfCases, "siasn-faults.csv");
const printedObject = z.object({
  problems: z.array(z.object({ row: z.int(), message: z.string() })),
});
const folder = () => mkdtempSync(join(tmpdir(), "kartu-impor-"));

/** Where no cloud runs. */
async function impor(...args: string[]) {
  const printed: string[] = [];
  const noted = vi.spyOn(console, "error").mockReturnValue(undefined);
  const run = runCommand(["impor", ...args, "--home", folder()], (line) => printed.push(line));
  const error = await run.then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  return { printed: printed.join("\n"), noted: noted.mock.calls.flat().join("\n"), error };
}

const expected: readonly (readonly [file: string, rows: number, people: number, Found[]])[] = [
  ["faults.csv", 30, 16, [openContracts, ...plantedFaults(siasnRows("siasn-faults.csv"))]],
  ["columns-reordered.csv", 12, 12, [openContracts]],
  ["utf16.csv", 12, 12, [openContracts]],
  ["windows1252.csv", 12, 12, [openContracts]],
  ["workbook.xlsx", 12, 12, [openContracts]],
];

test.each(expected)(
  "of siasn-%s it prints one object: without a cloud everybody is new, and that is said beside it",
  async (file, rows, people, found) => {
    const { printed, noted } = await impor(
      join(folderOfCases, `siasn-${file}`),
      "--dry-run",
      "--json",
    );

    const problems = found.map((each) => ({ ...each, message: expect.stringMatching(/^\S.*\.$/) }));
    expect(JSON.parse(printed)).toEqual({ rows, new: people, changed: 0, gone: 0, problems });
    expect(noted).toContain("Cloud tertanam tidak berjalan");
  },
);

test("its message has the figures that the codes do not have", async () => {
  const { printed } = await impor(faults, "--dry-run", "--json");
  const { problems } = printedObject.parse(JSON.parse(printed));
  const at = (wanted: number) => problems.find(({ row }) => row === wanted)?.message;

  expect(at(14)).toMatch(/10-11-1982.*23-11-1984/);
  expect(at(20)).toContain("baris 2");
  expect(at(25)).toContain("III/a, III/b, III/c, III/d, IV/a");
  expect(at(30)).toContain("baris 2");
});

test("for people it prints a line for each problem, then the sum", async () => {
  const { printed } = await impor(faults, "--dry-run");

  expect(printed.split("\n")).toHaveLength(18);
  expect(printed).toMatch(/^baris 20 {2}SALAH .* orang lain di baris 2\./m);
  expect(printed).toMatch(/^30 baris: 16 baru, .*; 14 kesalahan, 3 peringatan\.$/m);
});

test("nothing in a file steers the terminal", async () => {
  const file = join(folder(), "berkas.csv");
  writeFileSync(file, siasnCsv({ NAMA: "A\u001b]0;B\u0007C" }));

  const { printed } = await impor(file, "--dry-run");

  expect(printed).toContain("NAMA  A]0;BC  karakter U+001B (ke-2)");
  expect(printed).not.toContain("\u001b");
});

test("nor a heading", async () => {
  const file = join(folder(), "berkas.csv");
  const [headings = "", ...rows] = new TextDecoder().decode(siasnCsv({})).split("\n");
  writeFileSync(file, [`${headings.trim()};L\u009b31mAIN\u001b[2J`, ...rows].join("\n"));

  const { printed } = await impor(file, "--dry-run");

  expect(printed).toMatch(/^baris 1 .*L31mAIN/m);
  for (const steering of ["\u001b", "\u009b"]) expect(printed).not.toContain(steering);
});

test.each([
  [[faults], "Cloud tertanam tidak berjalan"],
  [["--dry-run"], "Sebut satu berkas."],
  [[faults, faults, "--dry-run"], "Sebut satu berkas."],
  [["tidak-ada.csv", "--dry-run"], "tidak-ada.csv tidak dapat dibaca."],
  [["docs", "--dry-run"], "docs tidak dapat dibaca."],
  [[join("docs", "kartu-contoh.webp"), "--dry-run"], "bukan CSV atau buku kerja Excel"],
])("kartu impor %j: %s", async (args, said) => {
  expect((await impor(...args)).error).toContain(said);
});

test("a file that is too large is refused before it is loaded, as one object and a sentence", async () => {
  const file = join(folder(), "besar.csv");
  writeFileSync(file, "NIP;NAMA\n");
  // Sparse: it takes no room on the disk.
  truncateSync(file, 20_000_000_000);
  const { printed, error, noted } = await impor(file, "--dry-run", "--json");

  // Of nobody in it is said that everybody counts as new.
  expect(noted).toBe("");
  expect(error).toContain("lebih besar dari 64 MB");
  expect(JSON.parse(printed)).toMatchObject({
    ...{ rows: 0, new: 0, changed: 0, gone: 0 },
    problems: [{ row: 0, column: "", code: "file-too-large", severity: "error" }],
  });
});
