import { mkdirSync, mkdtempSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { fingerprint } from "../../../local/start/fingerprint.ts";

let folder = "";
const file = () => join(folder, "deep", "file.txt");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "kartu-fingerprint-"));
  mkdirSync(join(folder, "deep"));
  writeFileSync(file(), "one");
});

test("files that nobody touched have the same fingerprint", () => {
  expect(fingerprint([folder])).toBe(fingerprint([folder]));
});

test.each([
  ["is written with another content", () => writeFileSync(file(), "three")],
  ["is written at another time", () => utimesSync(file(), 1, 1)],
  ["comes", () => writeFileSync(join(folder, "new.txt"), "")],
  ["goes", () => rmSync(file())],
])("a file that %s changes it", (_, change) => {
  const before = fingerprint([folder]);
  change();
  expect(fingerprint([folder])).not.toBe(before);
});

test("what is not there yet is as telling as what is", () => {
  const missing = join(folder, "missing");
  const before = fingerprint([missing]);
  writeFileSync(missing, "");
  expect(fingerprint([missing])).not.toBe(before);
});
