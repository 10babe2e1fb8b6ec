/** A letter as a file: what it says, in which order, on how many pages. */
import { expect, test } from "vitest";
import type { LetterFace, LetterWords } from "#shared/letter/letter.ts";
import { LetterTypesetter, letterFileName } from "#shared/letter/letter-typesetter.ts";
import { qrOfPdf } from "../../support/decode-pdf.ts";
import { aFace } from "../../support/letter-table-contract.ts";
import { letterWords, statementWords } from "../../support/letters.ts";
import { pagesOf, readPdf } from "../card/pdf/read-pdf.ts";
import { inOrder, readStructure } from "../card/pdf/read-structure.ts";

const address = `kartu.example.go.id/v/d${"7q2m9".repeat(4)}`;
const check = { address, qrText: `https://${address.toUpperCase()}` };
const typesetter = new LetterTypesetter(() => []);
const longest =
  "Prof. Dr. Ir. Raden Mas Haji Muhammad Abdurrahman Wiryokusumo Hadiningrat Sastroatmodjo, S.T., M.T., M.Sc., Ph.D., IPU., ASEAN Eng.";

async function spoken(file: Buffer): Promise<string[]> {
  return inOrder(readStructure(readPdf(file)))
    .filter(({ kids }) => kids.length === 0)
    .map(({ role, alternative, actualText, lines }) => {
      return `${role}: ${alternative ?? actualText ?? lines.join(" ")}`;
    });
}

const many = (count: number, change: Partial<LetterFace["people"][number]> = {}) => {
  const [person] = aFace().people;
  if (!person) throw new Error("Nobody is in the letter.");
  const people = Array.from({ length: count }, (_, i) => ({
    ...person,
    ...{ id: `emp_${i}` as const, name: `Pegawai ${i + 1}`, ...change },
  }));
  const words = letterWords({ people: people.map(({ id }) => id) });
  return { words, face: aFace({ people }), check };
};

test("an assignment is heard in its order: head, number, grounds, who, what for, who signs, how it is checked", async () => {
  const words = letterWords({ considering: ["bahwa perlu"], copies: ["Inspektur"] });
  const file = await typesetter.set({ words, face: aFace(), check });

  expect(await spoken(file)).toEqual([
    ...["P: Pemerintah Kabupaten Contoh", "P: Jalan Contoh 1, Mataram"],
    ...["H1: SURAT TUGAS", "P: Nomor: ST-005.01/800.1.11.1/BKPSDM/XII/2026"],
    ...["H2: Menimbang", "P: bahwa perlu", "H2: Dasar", "P: DPA BKPSDM Tahun Anggaran 2026"],
    ...["P: MEMBERI TUGAS", "H2: Kepada", "Lbl: Nama", "LBody: Siti Rahma, S.Kom."],
    ...["Lbl: NIP", "LBody: 19850212 201001 2 004", "Lbl: Pangkat/Gol."],
    ...["LBody: Penata Muda (III/a)", "Lbl: Jabatan", "LBody: Analis Kebijakan", "H2: Untuk"],
    "P: Mendampingi pemutakhiran data di Kecamatan Contoh, 7 Desember 2026",
    ...["P: Mataram, 1 Desember 2026", "P: Plh. Kepala BKPSDM,", "P: Ani Wijaya"],
    ...["P: Penata Muda (III/a)", "P: NIP 19850212 201001 2 004"],
    `Figure: Kode QR untuk memeriksa surat ini di ${address}`,
    `P: Periksa surat tugas ini: pindai QR atau buka ${address}. Surat ini tidak memuat tanda tangan elektronik bersertifikat.`,
    ...["H2: Tembusan", "Lbl: 1.", "LBody: Inspektur"],
  ]);
  expect((await typesetter.set({ words, face: aFace(), check })).equals(file)).toBe(true);
  expect(await qrOfPdf(file)).toBe(check.qrText);
});

test("40 people stand in an annex, each whole, however long the names are", async () => {
  const file = await typesetter.set(many(40, { name: longest, jabatan: "W".repeat(300) }));
  const said = await spoken(file);

  expect(pagesOf(readPdf(file)).length).toBeGreaterThan(2);
  expect(said).toContain("P: 40 orang yang namanya tercantum dalam lampiran surat ini.");
  expect(said).toContain("H1: Lampiran Surat Tugas");
  expect(said.filter((each) => each === `LBody: ${longest}`)).toHaveLength(40);
  expect(said.filter((each) => /^Lbl: \d+\.$/.test(each)).at(-1)).toBe("Lbl: 40.");
  expect(pagesOf(readPdf(await typesetter.set(many(3))))).toHaveLength(1);
});

test("a statement says who states what about whom, and an income its sum", async () => {
  const income = [
    { what: "Gaji pokok", amount: 3_250_000 },
    { what: "Tunjangan", amount: 540_000 },
  ];
  const words = statementWords({ kind: "keterangan-penghasilan", income, secrecy: "T" });
  const said = (await spoken(await typesetter.set({ words, face: aFace(), check }))).join("\n");

  expect(said).toContain("P: TERBATAS\nH1: SURAT KETERANGAN");
  expect(said).toContain("LBody: Plh. Kepala BKPSDM\n");
  expect(said).toContain("Lbl: Jumlah\nLBody: Rp 3.790.000");
  expect(said).toContain("P: Surat keterangan ini dibuat untuk pengajuan KPR.");
});

test("a letter to somebody says to whom, about what, and what goes with it", async () => {
  const items = [{ what: "Usul pangkat", count: "3 berkas", note: "" }];
  const other: Partial<LetterWords> = { people: [], basis: [], tasks: [], to: ["Camat", "Lurah"] };
  const words = letterWords({ ...other, kind: "pengantar", items, urgency: "segera" });
  const said = (await spoken(await typesetter.set({ words, face: aFace(), check }))).join("\n");

  expect(said).toContain("H1: SURAT PENGANTAR");
  expect(said).toContain("Lbl: Sifat\nLBody: Segera\nLbl: Hal");
  expect(said).toContain("Lbl: 2.\nLBody: Lurah");
  expect(said).toContain("LBody: Usul pangkat · 3 berkas");
});

test("a draft is marked on each page and has no QR, and no letter claims a certificate", async () => {
  const { check: _, ...draft } = many(40);
  const file = await typesetter.set(draft);
  const said = await spoken(file);

  expect(said.filter((each) => each.includes("KONSEP"))).toHaveLength(
    pagesOf(readPdf(file)).length,
  );
  expect(said.some((each) => each.startsWith("Figure"))).toBe(false);
  expect(await qrOfPdf(file)).toBeUndefined();
  expect(said.join(" ")).not.toMatch(/BSrE|sertifikat/);
});

test("one file a letter, named by kind, day and number", () => {
  expect(letterFileName({ words: letterWords(), face: aFace() })).toBe(
    "surat-tugas_2026-12-01_ST-005-01-800-1-11-1-BKPSDM-XII-2026.pdf",
  );
});
