/** An activation letter as a file: what it says, to whom, on which paper. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import { type ActivationLetter, letterTo } from "#shared/print/activation-letter.ts";
import { LetterTypesetter } from "#shared/print/letter-typesetter.ts";
import { anEmployee } from "../../support/builders.ts";
import { pagesOf, readPdf } from "../card/pdf/read-pdf.ts";
import { inOrder, markedContents, readStructure } from "../card/pdf/read-structure.ts";

const site = "https://kartu.example.go.id";
const siti = anEmployee({ unitKerja: "Bagian Umum" });
const typesetter = new LetterTypesetter();

async function fileOf(...letters: ActivationLetter[]): Promise<Buffer> {
  async function* each() {
    yield* letters;
  }
  const parts: Uint8Array[] = [];
  for await (const part of typesetter.set(each())) parts.push(part);
  return Buffer.concat(parts);
}

/** "LBody: 19850212 201001 2 004" */
async function spoken(...letters: ActivationLetter[]): Promise<string[]> {
  return inOrder(readStructure(readPdf(await fileOf(...letters))))
    .filter(({ kids }) => kids.length === 0)
    .map(({ role, alternative, actualText, lines }) => {
      return `${role}: ${alternative ?? actualText ?? lines.join(" ")}`;
    });
}

test("it says who is meant, and the steps one after the other", async () => {
  const said = await spoken(letterTo(siti, site));

  expect(said.filter((each) => /^(H|Figure)/.test(each))).toEqual([
    "H1: Surat aktivasi Kartu ASN Virtual",
    "H2: Langkah aktivasi",
    "H2: Jaga keamanan akun Anda",
    `Figure: Kode QR menuju ${site}`,
  ]);
  expect(said).toEqual(
    expect.arrayContaining([
      "P: Pemerintah Kabupaten Contoh",
      ...["Lbl: Nama", "LBody: Siti Rahma, S.Kom."],
      ...["Lbl: NIP", "LBody: 19850212 201001 2 004"],
      ...["Lbl: Unit kerja", "LBody: Bagian Umum"],
    ]),
  );
  expect(said.filter((each) => /^Lbl: \d\.$/.test(each))).toHaveLength(6);
  expect(said.join("\n")).toContain("tercatat, s•••••i@contoh.example, lalu");
});

test("it has no address, and nothing but what a finder may know", async () => {
  const said = (await spoken(letterTo(siti, site))).join("\n");

  expect(said).not.toContain(siti.email);
  expect(letterTo(siti, site).qrText).toBe("https://KARTU.EXAMPLE.GO.ID/");
  expect((await fileOf(letterTo(siti, site))).toString("latin1")).not.toContain("Siti");
});

test("whoever has no address is sent to the counter first", async () => {
  const said = await spoken({ ...letterTo(siti, site), email: undefined });

  expect(said).toContain("H2: Sebelum mulai: datang ke petugas kepegawaian");
  expect(said.join("\n")).toContain("alamat surel Anda yang sudah dicatat petugas");
});

test("each letter is a page of A4 on which all is marked, and equal letters are equal files", async () => {
  const long = "Nama Yang Sangat Panjang ".repeat(9).trim();
  const letters = [
    letterTo(siti, site),
    letterTo(anEmployee({ name: long, unitKerja: long, instansi: long }), site),
  ];
  const file = await fileOf(...letters);
  const pdf = readPdf(file);
  const pages = pagesOf(pdf);

  expect(pages).toHaveLength(2);
  expect(file.toString("latin1").match(/\/MediaBox \[0 0 595\.28 841\.89\]/g)).toHaveLength(2);
  for (const page of pages) expect(markedContents(pdf, page).length).toBeGreaterThan(20);
  const digest = (bytes: Buffer) => createHash("sha256").update(bytes).digest("hex");
  expect(digest(await fileOf(...letters))).toBe(digest(file));
});
