import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { runCommand } from "../../ops/kartu.ts";
import { aCard, extremeCards } from "../shared/card/drawing/extreme-cards.ts";

/** What strangers have: docs/qr-payload.json. */
const vectors = JSON.parse(readFileSync("docs/qr-payload.json", "utf8"));
const folder = mkdtempSync(join(tmpdir(), "kartu-verifikasi-"));
const [good] = vectors.valid;

function fileOf(name: string, content: string | Uint8Array): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

const list = fileOf("daftar.json", JSON.stringify(vectors.keyList));
const root = fileOf("akar.json", JSON.stringify(vectors.root));
const published = ["--daftar", list, "--akar", root, "--pada", vectors.now];

async function verified(...args: string[]) {
  const lines: string[] = [];
  const error = await runCommand(["verifikasi", ...args], (line) => lines.push(line)).then(
    () => undefined,
    (thrown: Error) => thrown.message,
  );
  return { lines, error };
}

test("with --json each code of the vectors is one object, in their words", async () => {
  const all = [...vectors.valid, ...vectors.refused].filter(({ text }) => /^[\dh]+/.test(text));
  const codes = all
    .map(({ text }: { text: string }) => text)
    .filter((text) => !/[a-z]$/.test(text));
  const { lines, error } = await verified(...codes, ...published, "--json");
  const told = lines.map((line) => JSON.parse(line));

  expect(told.length).toBeGreaterThan(25);
  for (const { given, ok, payload, refusal } of told) {
    const vector = all.find(({ text }: { text: string }) => text === given);
    expect({ payload, refusal }).toEqual({ payload: vector.payload, refusal: vector.refusal });
    expect(ok).toBe(vector.refusal === undefined);
  }
  expect(error).toBe("25 tidak dapat dibuktikan.");
});

test("a picture of a card says who was signed for, and until when", async () => {
  const [card] = extremeCards;
  if (!card) throw new Error("There is no card.");
  const [address = "", signedDigits] = good.text.split("#");
  const content = aCard({ qrText: address, signedDigits });
  const painter = new CardPainter(new CheckedTemplates());
  const [drawn] = painter.drawPngs(content, await card.portrait(), ["front-portrait"]);
  const file = fileOf("kartu.png", drawn?.png ?? new Uint8Array());
  const { lines, error } = await verified(file, ...published);

  expect(error).toBeUndefined();
  expect(lines).toEqual([
    `${file}: tanda tangan sah (kunci ${good.kid}) · Dr. Siti Rahma, S.Kom., M.T. · 19850212 201001 1 004 · PNS · Pemerintah Kabupaten Contoh · TMT 2010-01-01 · Nomor Seri A20100000123 · ditandatangani 2026-11-29, berlaku sampai 2028-11-28`,
  ]);
});

test("what proves nothing says so, and ends with an error", async () => {
  const unsigned = "https://KARTU-ASN.EXAMPLE/V/7K2Q9MXB4TZD8RFWJ3H5VYNPC6";

  expect(await verified(unsigned, ...published)).toEqual({
    lines: [`${unsigned}: QR ini tidak bertanda tangan: pindai daring (unsigned)`],
    error: "1 tidak dapat dibuktikan.",
  });
});

test("a list of another root, and what is neither code nor picture, is refused", async () => {
  const other = fileOf("lain.json", JSON.stringify({ x: good.kid, y: good.kid }));

  expect(await verified(good.text, "--daftar", list, "--akar", other)).toEqual({
    lines: [],
    error: "Daftar kunci tidak ditandatangani oleh kunci akar ini.",
  });
  const { error } = await verified(list, ...published);
  expect(error).toBe(`${list}: bukan kode, dan bukan gambar yang dapat dibaca.`);
  expect((await verified(good.text)).error).toContain("--daftar");
});

test("a file that is not there, is a folder or is no root key is said by its name, with how the command is called", async () => {
  const nowhere = join(folder, "tidak-ada");
  const noKey = fileOf("bukan-akar.json", '{"x": 1}');
  const noJson = fileOf("bukan-json", "kunci");
  const options = { "--daftar": list, "--akar": root, "--pada": vectors.now };
  const errorWith = async (option: string, file: string) =>
    (await verified(good.text, ...Object.entries({ ...options, [option]: file }).flat())).error;
  const notKey = (file: string) => `${file} bukan berkas kunci akar: {"x": …, "y": …}.`;

  for (const [option, file, said] of [
    ...["--daftar", "--akar", "--status"].map(
      (each) => [each, nowhere, `Berkas ${nowhere} tidak ada.`] as const,
    ),
    ["--daftar", folder, `Berkas ${folder} tidak dapat dibaca: itu folder.`],
    ["--akar", folder, `Berkas ${folder} tidak dapat dibaca: itu folder.`],
    ["--akar", noKey, notKey(noKey)],
    ["--akar", noJson, notKey(noJson)],
  ] as const)
    expect(await errorWith(option, file)).toBe(
      `${said}\nCara memakainya: npx kartu verifikasi --help`,
    );
  const picture = await verified(join(folder, "foto.png"), ...published);
  expect(picture.error).toMatch(/foto\.png tidak ada\.\n/);
});

describe("with a status list", () => {
  const [states] = vectors.statusLists;
  const old = vectors.statusLists.find(
    ({ refusal }: { refusal?: string }) => refusal === "expired",
  );
  const part = fileOf("1", Buffer.from(states.file, "base64url"));

  test("it says what became of the card, how old that is, and is no success unless the card is good", async () => {
    const { lines, error } = await verified(good.text, ...published, "--status", part);

    expect(lines).toEqual([
      expect.stringMatching(/ · status: DITANGGUHKAN \(daftar status berumur 4 jam\)$/),
    ]);
    expect(error).toBe("1 tidak dapat dibuktikan.");
    const json = await verified(good.text, ...published, "--status", folder, "--json");
    expect(JSON.parse(json.lines[0] ?? "")).toMatchObject({
      ok: true,
      status: { state: "suspended", issuedAt: "2027-03-01T01:00:00.000Z" },
    });
  });

  test("a card that it has nothing against is good", async () => {
    const later = vectors.statusLists[2];
    const file = fileOf("later", Buffer.from(later.file, "base64url"));
    const { lines, error } = await verified(good.text, ...published, "--status", file);

    expect(error).toBeUndefined();
    expect(lines[0]).toMatch(/ · status: sah \(daftar status berumur 35 jam\)$/);
  });

  test("an old one says nothing but that it is", async () => {
    const file = fileOf("old", Buffer.from(old.file, "base64url"));
    const { lines, error } = await verified(good.text, ...published, "--status", file);

    expect(lines[0]).toMatch(
      / · status: belum bisa dicek: daftar statusnya sudah terlalu lama \(daftar status berumur 40 jam\)$/,
    );
    expect(error).toBe("1 tidak dapat dibuktikan.");
  });
});
