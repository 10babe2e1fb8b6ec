import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { expect, test } from "vitest";
import { portraitPng } from "../../local/demo/portrait.ts";
import { runCommand } from "../../ops/kartu.ts";
import { oddPngs } from "../support/odd-pngs.ts";

const folder = mkdtempSync(join(tmpdir(), "kartu-periksa-foto-"));
const good = await portraitPng(4);
const odd = await oddPngs();

function fileOf(name: string, bytes: Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, bytes);
  return file;
}

async function examined(...args: string[]) {
  const lines: string[] = [];
  const error = await runCommand(["periksa-foto", ...args], (line) => lines.push(line)).then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  return { lines, error };
}

const passed = (rule: string) => ({
  ...{ rule, outcome: "passed" },
  ...{ code: null, measured: null, limit: null },
});

test("with --json each file is one object: every rule, and what was measured against its limit", async () => {
  const blurred = await sharp(good).blur(4).png().toBuffer();
  const files = [
    fileOf("benar.png", good),
    fileOf("buram.png", blurred),
    fileOf("besar.png", await portraitPng(4, { width: 600, height: 800 })),
  ];
  const { lines, error } = await examined("--json", ...files);
  const [right, soft, large] = lines.map((line) => JSON.parse(line));

  expect(error).toBeUndefined();
  expect(right).toEqual({
    file: files[0],
    accepted: true,
    rules: expect.arrayContaining([
      ...["format", "size", "dimensions", "transparency", "light", "face", "eyes"].map(passed),
      { ...passed("dress"), outcome: "not-checked" },
    ]),
    ms: expect.any(Number),
  });
  expect(soft).toMatchObject({ file: files[1], accepted: false });
  expect(soft.rules).toContainEqual({
    ...{ rule: "sharpness", outcome: "failed", code: "blurred" },
    ...{ measured: expect.any(Number), limit: 0.29 },
  });
  expect(large.rules).toContainEqual({
    ...{ rule: "dimensions", outcome: "failed", code: "wrong-dimensions" },
    ...{ measured: [600, 800], limit: [450, 575] },
  });
});

test.each(odd)(
  "of a photo %s it says what its upload would be told",
  async (what, bytes, refusal) => {
    const { lines } = await examined(
      fileOf(`${odd.findIndex(([it]) => it === what)}.png`, bytes),
      "--json",
    );
    const { accepted, rules } = JSON.parse(lines.join());

    expect(accepted).toBe(refusal === undefined);
    expect(rules[0]).toMatchObject({ rule: "format", code: refusal ?? null });
  },
);

test("for people each file is a line, with all that was found, in Indonesian", async () => {
  const dull = await sharp(good).blur(4).grayscale().png().toBuffer();
  const { lines } = await examined(fileOf("a.png", good), fileOf("b.png", dull));

  expect(lines).toHaveLength(2);
  expect(lines[0]).toMatch(/a\.png: diterima \(\d+ ms\)$/);
  expect(lines[1]).toMatch(
    /b\.png: ditolak \(\d+ ms\) · Wajah buram\. Ketajaman wajah: \d+%.* · Wajah hitam putih\. Kekuatan warna kulit: /,
  );
});

test("what cannot be read is told in its place, and at the end; the others are examined all the same", async () => {
  const missing = join(folder, "tidak-ada.png");
  const sparse = fileOf("sangat-besar.png", Buffer.alloc(0));
  truncateSync(sparse, 20_000_000_000);
  const files = [missing, folder, sparse, fileOf("benar.png", good)];
  const { lines, error } = await examined("--json", ...files);

  expect(lines.map((line) => JSON.parse(line))).toEqual([
    { file: missing, error: "Berkas ini tidak dapat dibaca (ENOENT)." },
    { file: folder, error: "Ini bukan berkas." },
    { file: sparse, error: "Berkas ini lebih besar dari 64 MB." },
    expect.objectContaining({ accepted: true }),
  ]);
  expect(error).toBe("3 berkas tidak dapat dibaca.");
});

test("a file's name does not steer the terminal", async () => {
  const { lines } = await examined(fileOf("a\u001b[2J\u009b.png", good));

  expect(lines.join()).toContain("a[2J.png: diterima");
});

test("an empty file is no PNG", async () => {
  const { lines, error } = await examined(fileOf("kosong.png", Buffer.alloc(0)));

  expect(error).toBeUndefined();
  expect(lines.join()).toContain("Berkas ini bukan PNG. Simpan sebagai PNG.");
});
