/** A paper as a file: what it says, in which order, on how many pages. */
import { expect, test } from "vitest";
import type { DocumentPage } from "#shared/document/document-page.ts";
import { DocumentTypesetter } from "#shared/document/document-typesetter.ts";
import { qrOfPdf } from "../../support/decode-pdf.ts";
import { pagesOf, readPdf } from "../card/pdf/read-pdf.ts";
import { inOrder, markedContents, readStructure } from "../card/pdf/read-structure.ts";

const address = `kartu.example.go.id/v/d${"7q2m9".repeat(4)}`;
const qrText = `https://${address.toUpperCase()}`;
const typesetter = new DocumentTypesetter();

function aPage(fields: Partial<DocumentPage> = {}): DocumentPage {
  return {
    ...{ sender: "Pemerintah Kabupaten Contoh", title: "Bukti Pengajuan", lead: "Untuk disimpan." },
    ...{ check: "Periksa di", address, qrText, qr: "Kode QR untuk memeriksa" },
    facts: [
      ["Nomor", "7Q2MK-9XDFA"],
      ["Pemohon", "Siti Rahma, S.Kom."],
    ],
    parts: [{ title: "Riwayat", pairs: [["21 November 2026 10.00 WIB", "Diajukan (pemohon)"]] }],
    ...fields,
  };
}

async function spoken(file: Buffer): Promise<string[]> {
  return inOrder(readStructure(readPdf(file)))
    .filter(({ kids }) => kids.length === 0)
    .map(({ role, alternative, actualText, lines }) => {
      return `${role}: ${alternative ?? actualText ?? lines.join(" ")}`;
    });
}

test("it is heard in its order, and all of it is marked", async () => {
  const file = await typesetter.set(aPage());

  expect(await spoken(file)).toEqual([
    "P: Pemerintah Kabupaten Contoh",
    "H1: Bukti Pengajuan",
    "P: Untuk disimpan.",
    `P: Periksa di ${address}`,
    "Figure: Kode QR untuk memeriksa",
    ...["Lbl: Nomor", "LBody: 7Q2MK-9XDFA", "Lbl: Pemohon", "LBody: Siti Rahma, S.Kom."],
    ...["H2: Riwayat", "Lbl: 21 November 2026 10.00 WIB", "LBody: Diajukan (pemohon)"],
  ]);
  const pdf = readPdf(file);
  const [page] = pagesOf(pdf);
  expect(page && markedContents(pdf, page).length).toBeGreaterThan(10);
  expect((await typesetter.set(aPage())).equals(file)).toBe(true);
});

test("its QR is read from the drawing, and says its address", async () => {
  const file = await typesetter.set(aPage());
  const read = await qrOfPdf(file);

  expect(read).toBe(qrText);
});

test("what is long goes on on the next page, and no word of it is lost", async () => {
  const reason = "Ijazah belum terbaca. ".repeat(20).trim();
  const pairs = Array.from({ length: 60 }, (_, i) => [`Langkah ${i + 1}`, reason] as const);
  const word = "x".repeat(500);
  const file = await typesetter.set(
    aPage({ parts: [{ title: "Riwayat", pairs: [...pairs, ["Kata", word]] }] }),
  );
  const said = await spoken(file);

  expect(pagesOf(readPdf(file)).length).toBeGreaterThan(5);
  expect(said.filter((each) => each === `LBody: ${reason}`)).toHaveLength(60);
  expect(said.at(-1)).toBe(`LBody: ${word}`);
});
