import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runCommand } from "../../ops/kartu.ts";
import { readOutputs } from "../../ops/stack-outputs.ts";

const print = () => undefined;

function outputsFile(content: unknown): string {
  const file = join(mkdtempSync(join(tmpdir(), "kartu-outputs-")), "cdk-outputs.json");
  writeFileSync(file, JSON.stringify(content));
  return file;
}

test.each([[], ["constructor"], ["restore"]])(
  "kartu %s names the commands there are",
  async (...args) => {
    await expect(runCommand(args, print)).rejects.toThrow(/^Perintah operator\./);
  },
);

test("kartu --help says what each command does, in a line of its own, and is no failure", async () => {
  const lines: string[] = [];
  await runCommand(["--help"], (line) => lines.push(...line.split("\n")));

  expect(lines.slice(1).map((line) => line.trim().split(/ {2,}/)[0])).toEqual([
    ...[
      "akun",
      "audit-verifikasi",
      "backfill",
      "daftar",
      "hapus",
      "impor",
      "init",
      "instansi",
      "kalender",
      "kunci",
      "kunci-kartu",
      "pemeliharaan",
      "peran",
      "periksa-foto",
      "putar-kunci",
      "rujukan",
      "verifikasi",
    ],
  ]);
  for (const line of lines.slice(1)) expect(line).toMatch(/^ {2}[a-z-]+ {2,}[a-z]+,?( \S+)+$/);
});

test.each([
  [["backfill"], "Sebut start, status, atau stop."],
  [["backfill", "toString"], "Sebut start, status, atau stop."],
  [["backfill", "start", "stop"], "Sebut start, status, atau stop."],
  [["backfill", "start", "--faster"], "Opsi --faster tidak dikenal."],
  [["backfill", "start", "--max-waiting", "many"], "--max-waiting: bilangan bulat di atas 0"],
  [["backfill", "status", "--outputs", "nowhere.json"], "nowhere.json bukan berkas"],
])("kartu %j says what is wrong, and how it is called", async (args, problem) => {
  const call = runCommand(args, print);

  await expect(call).rejects.toThrow(problem);
  await expect(call).rejects.toThrow("npx kartu backfill --help");
});

test("kartu periksa-foto wants a file", async () => {
  const call = runCommand(["periksa-foto", "--json"], print);

  await expect(call).rejects.toThrow("Sebut satu berkas atau lebih.");
  await expect(call).rejects.toThrow("npx kartu periksa-foto --help");
});

test.each([
  [["kunci-kartu"], "Sebut akar atau terbitkan, dan satu berkas."],
  [["kunci-kartu", "akar"], "Sebut akar atau terbitkan, dan satu berkas."],
  [["kunci-kartu", "toString", "file"], "Sebut akar atau terbitkan, dan satu berkas."],
  [["kunci-kartu", "akar", "package.json"], "package.json tidak dapat dibuat, atau sudah ada."],
  [["kunci-kartu", "terbitkan", "file", "--outputs", "nowhere.json"], "nowhere.json bukan berkas"],
])("kartu %j says what is wrong, and how it is called", async (args, problem) => {
  const call = runCommand(args, print);

  await expect(call).rejects.toThrow(problem);
  await expect(call).rejects.toThrow("npx kartu kunci-kartu --help");
});

test.each([
  [["putar-kunci", "more"], "«more» tidak dikenal."],
  [["putar-kunci", "--akar", "file"], "--akar hanya untuk --cabut."],
  [["putar-kunci", "--max-waiting", "0"], "--max-waiting: bilangan bulat di atas 0"],
  [["putar-kunci", "--outputs", "nowhere.json"], "nowhere.json bukan berkas"],
])("kartu %j says what is wrong, and how it is called", async (args, problem) => {
  const call = runCommand(args, print);

  await expect(call).rejects.toThrow(problem);
  await expect(call).rejects.toThrow("npx kartu putar-kunci --help");
});

test.each([
  [["peran"], "Sebut beri, cabut, atau lihat."],
  [["peran", "toString", "198502122010012004"], "Sebut beri, cabut, atau lihat."],
  [["peran", "lihat", "1", "petugas", "more"], "Sebut beri, cabut, atau lihat."],
  [
    ["peran", "beri", "198502122010012004", "petugas", "--sampai", "2026-02-30"],
    "--sampai: tanggal",
  ],
  [["peran", "beri", "198502122010012004", "petugas", "--unit"], "Opsi --unit"],
  [
    ["peran", "lihat", "198502122010012004", "--outputs", "nowhere.json"],
    "nowhere.json bukan berkas",
  ],
])("kartu %j says what is wrong, and how it is called", async (args, problem) => {
  const call = runCommand(args, print);

  await expect(call).rejects.toThrow(problem);
  await expect(call).rejects.toThrow("npx kartu peran --help");
});

test.each([
  "impor",
  "init",
  "instansi",
  "peran",
  "periksa-foto",
  "rujukan",
  "backfill",
  "daftar",
  "akun",
  "pemeliharaan",
  "kunci",
  "kunci-kartu",
  "putar-kunci",
  "hapus",
])("kartu %s --help says how it is called, and asks for nothing", async (name) => {
  const lines: string[] = [];
  await runCommand([name, "--help"], (line) => lines.push(line));

  expect(lines.join("\n")).toMatch(new RegExp(`^kartu ${name} `));
  expect(lines.join("\n")).not.toMatch(/\b(the|and|of|what|which)\b/i);
});

test("names are read from the outputs of all stacks", () => {
  const file = outputsFile({
    "Kartu-Data": { CardTable: "cards-1", EmployeeTable: "employees-1" },
    "Kartu-Service": { RedrawQueue: "https://queue.example/redraw" },
  });

  expect(readOutputs(file, ["CardTable", "RedrawQueue"])).toEqual({
    CardTable: "cards-1",
    RedrawQueue: "https://queue.example/redraw",
  });
  expect(() => readOutputs(file, ["PhotoTable"])).toThrow(
    `Keluaran PhotoTable tidak ada di ${file}.`,
  );
});

test.each([[null], ["text"], [{ "Kartu-Data": "cards-1" }], [{ "Kartu-Data": { CardTable: 1 } }]])(
  "%j is no file of outputs",
  (content) => {
    expect(() => readOutputs(outputsFile(content), ["CardTable"])).toThrow("bukan berkas");
  },
);
