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
    await expect(runCommand(args, print)).rejects.toThrow(
      "Commands: akun, backfill, init, instansi, kunci, pemeliharaan, peran, rujukan.",
    );
  },
);

test("kartu --help names them too, and is no failure", async () => {
  const lines: string[] = [];
  await runCommand(["--help"], (line) => lines.push(line));

  expect(lines.join()).toContain("pemeliharaan, peran, rujukan. More of one: npx kartu COMMAND");
});

test.each([
  [["backfill"], "Say start, status or stop."],
  [["backfill", "toString"], "Say start, status or stop."],
  [["backfill", "start", "stop"], "Say start, status or stop."],
  [["backfill", "start", "--faster"], "--faster"],
  [["backfill", "start", "--max-waiting", "many"], "--max-waiting takes a whole number above 0"],
  [["backfill", "status", "--outputs", "nowhere.json"], "nowhere.json is not a file"],
])("kartu %j says what is wrong, and how it is called", async (args, problem) => {
  const call = runCommand(args, print);

  await expect(call).rejects.toThrow(problem);
  await expect(call).rejects.toThrow("npx kartu backfill --help");
});

test.each([
  [["peran"], "Say beri, cabut or lihat."],
  [["peran", "toString", "198502122010012004"], "Say beri, cabut or lihat."],
  [["peran", "lihat", "1", "petugas", "more"], "Say beri, cabut or lihat."],
  [["peran", "beri", "198502122010012004", "petugas", "--sampai", "2026-02-30"], "--sampai takes"],
  [["peran", "beri", "198502122010012004", "petugas", "--unit"], "--unit"],
  [["peran", "lihat", "198502122010012004", "--outputs", "nowhere.json"], "nowhere.json is not a"],
])("kartu %j says what is wrong, and how it is called", async (args, problem) => {
  const call = runCommand(args, print);

  await expect(call).rejects.toThrow(problem);
  await expect(call).rejects.toThrow("npx kartu peran --help");
});

test.each(["init", "instansi", "peran", "rujukan", "backfill", "akun", "pemeliharaan"])(
  "kartu %s --help says how it is called, and asks for nothing",
  async (name) => {
    const lines: string[] = [];
    await runCommand([name, "--help"], (line) => lines.push(line));

    expect(lines.join("\n")).toMatch(new RegExp(`^kartu ${name} `));
  },
);

test("names are read from the outputs of all stacks", () => {
  const file = outputsFile({
    "Kartu-Data": { CardTable: "cards-1", EmployeeTable: "employees-1" },
    "Kartu-Service": { RedrawQueue: "https://queue.example/redraw" },
  });

  expect(readOutputs(file, ["CardTable", "RedrawQueue"])).toEqual({
    CardTable: "cards-1",
    RedrawQueue: "https://queue.example/redraw",
  });
  expect(() => readOutputs(file, ["PhotoTable"])).toThrow(`${file} has no output PhotoTable.`);
});

test.each([[null], ["text"], [{ "Kartu-Data": "cards-1" }], [{ "Kartu-Data": { CardTable: 1 } }]])(
  "%j is no file of outputs",
  (content) => {
    expect(() => readOutputs(outputsFile(content), ["CardTable"])).toThrow("is not a file");
  },
);
