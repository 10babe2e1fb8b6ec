import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test, vi } from "vitest";
import { runCommand } from "../../ops/kartu.ts";
import { siasnCsv } from "../shared/import/siasn-files.ts";

const faults = join("test", "shared", "import", "files", "siasn-faults.csv");
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

test("without a cloud everybody is new, and that is said beside the object", async () => {
  const { printed, noted } = await impor(faults, "--dry-run", "--json");
  const { problems, ...counts } = JSON.parse(printed);

  expect(counts).toEqual({ rows: 30, new: 16, changed: 0, gone: 0 });
  expect(problems).toHaveLength(17);
  expect(problems[2]).toEqual({
    ...{ row: 9, column: "NIP BARU", code: "nip-last-digits-zero", severity: "error" },
    ...{ value: "197710082008102000", example: "198502122010012004" },
    message: expect.stringContaining("000"),
  });
  expect(noted).toContain("Cloud tertanam tidak berjalan");
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
  const { printed, error } = await impor(file, "--dry-run", "--json");

  expect(error).toContain("lebih besar dari 64 MB");
  expect(JSON.parse(printed)).toMatchObject({
    ...{ rows: 0, new: 0, changed: 0, gone: 0 },
    problems: [{ row: 0, column: "", code: "file-too-large", severity: "error" }],
  });
});
