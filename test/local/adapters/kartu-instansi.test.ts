/** `kartu instansi` as an operator runs it, on a copy of the template. */
import { copyFileSync, mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { beforeEach, expect, test } from "vitest";
import { kartu } from "../../support/kartu-process.ts";

let template: string;
beforeEach(() => {
  template = join(mkdtempSync(join(tmpdir(), "kartu-instansi-")), "template.json");
  copyFileSync(join("shared", "card", "template.json"), template);
});

const instansi = async (...args: string[]) =>
  (await kartu(["instansi", ...args, "--template", template])).printed;
const written = () => readFileSync(template, "utf8");
const agenciesOf = (text: string) => JSON.parse(text).agencies;

test("an emblem that is not there, and a text without room, are refused", async () => {
  const before = written();

  expect(await instansi("tambah", "kobar", "--nama", "Kobar", "--lambang", "garuda")).toContain(
    "Lambang garuda tidak ada. Yang ada: kawung, truntum.",
  );
  expect(await instansi("tambah", "kobar", "--nama", "Kobar", "--zona", "WIX")).toContain(
    "pilih WIB, WITA, WIT",
  );
  const long = "W".repeat(160);
  expect(await instansi("tambah", "kobar", "--nama", "Kobar", "--kontak", long)).toContain(
    "Tidak muat pada kartu",
  );
  expect(await instansi("ubah", "kobar", "--nama", "Kobar")).toContain("belum ada");
  expect(await instansi("tambah", "ins_contoh", "--nama", "Contoh")).toContain("sudah ada");
  expect(written()).toBe(before);
});

test("an agency is added, changed and listed, and the others stay as they are written", async () => {
  const before = written();

  expect(await instansi("tambah", "kobar", "--nama", "Kobar")).toContain("kobar ditulis");
  expect(await instansi("ubah", "kobar", "--nama", "Kobar Raya")).toContain("kobar ditulis");
  expect(await instansi("lihat")).toContain("kobar: Kobar Raya, WIB");
  expect(await instansi("ubah", "kobar", "--zona", "WIT")).toContain("kobar ditulis");
  expect(await instansi("lihat")).toContain("kobar: Kobar Raya, WIT");
  const { kobar: _, ...others } = agenciesOf(written());
  expect(JSON.stringify(others)).toBe(JSON.stringify(agenciesOf(before)));
});
