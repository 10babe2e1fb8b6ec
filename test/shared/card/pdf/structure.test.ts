/** What a screen reader and an archive ask of a card's PDF. The order and the names are those of ISO 32000-1, 14.7 and 14.8. */
import { expect, test } from "vitest";
import type { CardContent, DocumentName } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { templateFor } from "#shared/card/design/template.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { standInPhoto } from "#shared/card/stand-in-photo.ts";
import { aCard, extremeCards } from "../drawing/extreme-cards.ts";
import { drawUnit, manyCards } from "./many-cards.ts";
import { type PdfFile, pagesOf, readPdf, withEntry } from "./read-pdf.ts";
import {
  countNumbered,
  type Element,
  inOrder,
  markedContents,
  readStructure,
} from "./read-structure.ts";

const typesetter = new CardTypesetter(new CheckedTemplates());

const cardSheet: DocumentName = { shape: "landscape", sheet: "card" };

async function draw(content: CardContent = aCard(), name = cardSheet): Promise<PdfFile> {
  return readPdf(await typesetter.setDocument(content, standInPhoto(), name));
}

/** An element as a reader says it: its alternative or actual text, else the lines that are seen. */
function said({ alternative, actualText, lines }: Element): string {
  return alternative ?? actualText ?? lines.join(" ");
}

/** "LBody: 19850212 201001 2 004" */
function spoken(pdf: PdfFile): string[] {
  return inOrder(readStructure(pdf))
    .filter(({ kids }) => kids.length === 0)
    .map((element) => `${element.role}: ${said(element)}`);
}

test("a card is read from its title to its code, then its back, each thing once", async () => {
  const { texts } = templateFor(aCard().look, "PNS");

  expect(spoken(await draw())).toEqual([
    "H1: KARTU ASN VIRTUAL",
    "P: Aparatur Sipil Negara Republik Indonesia",
    "P: PNS",
    "P: Status: pindai QR",
    "Figure: Pasfoto pemegang kartu",
    "P: Siti Contohwati, S.Kom., M.T.",
    ...["Lbl: NIP", `LBody: ${aCard().text.nip}`],
    ...["Lbl: Pangkat / golongan", "LBody: Penata (III/c)"],
    ...["Lbl: Jabatan", "LBody: Pranata Komputer Ahli Muda"],
    ...["Lbl: Unit kerja", "LBody: Dinas Komunikasi dan Informatika"],
    ...["Lbl: Instansi", "LBody: Pemerintah Kabupaten Contoh"],
    ...["Lbl: Nomor Seri", "LBody: A2010 0000123"],
    ...["Lbl: Kode Periksa", "LBody: 7K2Q-9MXB"],
    ...["Lbl: Diterbitkan", "LBody: 21 November 2026"],
    "Figure: Kode QR untuk memeriksa keaslian kartu",
    "H2: Instansi penerbit",
    "P: Pemerintah Kabupaten Contoh",
    "H2: Ketentuan penggunaan",
    ...texts.terms.PNS.flatMap((term, index) => [`Lbl: ${index + 1}.`, `LBody: ${term}`]),
    "H2: Menemukan kartu ini?",
    `P: ${texts.contact}`,
    `P: ${texts.finder}`,
    "H2: Periksa keaslian kartu",
    `P: ${texts.check}`,
    "P: kartu-asn.example",
    `P: ${texts.address}`,
    `P: Templat ${aCard().look.version}`,
  ]);
});

test("labels with their values, and numbers with their terms, are items of lists", async () => {
  const tree = readStructure(await draw());
  const rolesOf = ({ kids }: Element) => kids.map(({ role }) => role);
  const items = inOrder(tree).filter(({ role }) => role === "LI");

  expect(rolesOf(tree)).toEqual(["Sect", "Sect"]);
  expect(tree.kids.map(rolesOf)).toEqual([
    ["H1", "P", "P", "P", "Figure", "P", "L", "Figure"],
    ["H2", "P", "H2", "L", "H2", "P", "P", "H2", "P", "P", "P", "P"],
  ]);
  expect(items).toHaveLength(8 + 3);
  for (const item of items) expect(rolesOf(item)).toEqual(["Lbl", "LBody"]);
});

test.each(extremeCards.map(({ name, content }) => [name, content] as const))(
  "of %s everything drawn is in the tree once, or an artifact",
  async (_, content) => {
    for (const sheet of ["card", "a4"] as const)
      for (const shape of ["landscape", "portrait"] as const) {
        const pdf = await draw(content, { shape, sheet });
        const leaves = inOrder(readStructure(pdf)).filter(({ kids }) => kids.length === 0);

        expect(countNumbered(pdf)).toBe(leaves.length);
        for (const leaf of leaves) expect(said(leaf)).not.toBe("");
      }
  },
);

test("what stands on several lines is said as one text", async () => {
  const pdf = await draw(extremeCards.find(({ name }) => name === "many-degrees")?.content);
  const elements = inOrder(readStructure(pdf));
  const broken = elements.filter(({ lines }) => lines.length > 1);

  expect(broken.length).toBeGreaterThan(5);
  for (const { actualText, lines } of broken) expect(actualText).toBe(lines.join(" "));
  for (const { actualText, lines } of elements)
    if (lines.length < 2) expect(actualText).toBeUndefined();
});

test("an address that is broken within a word is said without a gap", async () => {
  const host = "kartu-asn.instansi-percontohan.example";
  const elements = inOrder(readStructure(await draw(aCard({ host }))));

  expect(elements.map(said)).toContain(host);
  expect(elements.find((element) => said(element) === host)?.lines.length).toBeGreaterThan(1);
});

test("grounds, lines, microtext and crop marks are artifacts", async () => {
  const pdf = await draw(aCard(), { shape: "landscape", sheet: "a4" });
  const artifacts = pagesOf(pdf)
    .flatMap((page) => markedContents(pdf, page))
    .filter(({ role }) => role === "Artifact")
    .map(({ content }) => content);

  // Two grounds, two braids and a seal, the microtext, eight marks at each face.
  expect(artifacts.filter((content) => content.includes("/Ground"))).toHaveLength(2);
  expect(artifacts.filter((content) => content.includes(" TJ"))).toHaveLength(1);
  expect(artifacts.filter((content) => content.includes("0 G 0.25 w"))).toHaveLength(2);
  expect(artifacts).toHaveLength(2 + 3 + 1 + 2);
});

test("a figure says where it is: on its own face, at its true place", async () => {
  for (const sheet of ["card", "a4"] as const) {
    const figures = inOrder(readStructure(await draw(aCard(), { shape: "landscape", sheet })));
    const [photo, code] = figures.flatMap(({ corners }) => (corners ? [corners] : []));
    const [left = 0, bottom = 0, right = 0, top = 0] = photo ?? [];

    expect([right - left, top - bottom].map(Math.round)).toEqual([57, 72]);
    expect((code?.[0] ?? 0) - left).toBeCloseTo((596 / 1011) * 242.65, 2);
  }
});

test("each face of a unit's file is a section, and no number is on a page twice", async () => {
  const pdf = readPdf(await drawUnit(manyCards(5), { shape: "landscape", sheet: "a4" }));
  const tree = readStructure(pdf);

  expect(tree.kids).toHaveLength(10);
  expect(tree.kids.map(({ kids }) => kids[0]?.role)).toEqual(
    Array.from({ length: 5 }, () => ["H1", "H2"]).flat(),
  );
  for (const page of pagesOf(pdf)) {
    const numbers = markedContents(pdf, page).flatMap(({ number }) => number ?? []);
    expect(numbers).toEqual(Array.from(numbers, (_, index) => index));
  }
});

test("the document is marked, in Indonesian, titled, and its colours are sRGB", async () => {
  const pdf = await draw();
  const [catalog] = withEntry(pdf, "/Type /Catalog");
  const profile = /\/DestOutputProfile (\d+)/.exec(catalog?.body ?? "")?.[1];

  for (const entry of ["/MarkInfo << /Marked true >>", "/Lang (id)", "/DisplayDocTitle true"])
    expect(catalog?.body).toContain(entry);
  expect(catalog?.body).toMatch(
    /\/OutputIntents \[<< \/Type \/OutputIntent \/S \/GTS_PDFA1 \/OutputConditionIdentifier \(sRGB IEC61966-2\.1\) .*>>\]/,
  );
  expect(pdf.objects.get(Number(profile))?.stream?.toString("latin1", 36, 40)).toBe("acsp");
});

test("its metadata say what its properties say, and claim no conformance", async () => {
  const [metadata] = withEntry(await draw(), "/Type /Metadata");
  const xmp = String(metadata?.stream);

  expect(xmp).toContain('<rdf:li xml:lang="x-default">KARTU ASN VIRTUAL</rdf:li>');
  expect(xmp).toContain("<xmp:CreatorTool>KARTU ASN VIRTUAL</xmp:CreatorTool>");
  expect(xmp).toContain("<dc:format>application/pdf</dc:format>");
  expect(xmp).toContain("<dc:language><rdf:Bag><rdf:li>id</rdf:li>");
  expect(xmp).not.toMatch(/pdfaid|pdfuaid|Date|Contohwati|1985/);
});
