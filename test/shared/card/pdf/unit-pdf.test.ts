import sharp from "sharp";
import { expect, test } from "vitest";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { aCard } from "../drawing/extreme-cards.ts";
import { drawUnit, manyCards } from "./many-cards.ts";
import { facePlace, facesOf, named, type PdfFile, readPdf, textOf, withEntry } from "./read-pdf.ts";

const typesetter = new CardTypesetter(new CheckedTemplates());

const landscape = { shape: "landscape", sheet: "card" } as const;
const kinds = ["PNS", "PPPK"];

/** Pages as the page tree has them. */
function pagesOf(pdf: PdfFile): string[] {
  const [tree] = withEntry(pdf, "/Type /Pages ");
  return [...(tree?.body.matchAll(/(\d+) 0 R/g) ?? [])].map(
    ([, page]) => pdf.objects.get(Number(page))?.body ?? "",
  );
}

/** Lower left corners and sizes of what a page places, in points. */
function placesOn(pdf: PdfFile, page: string, [width, height]: readonly [number, number]) {
  const content = String(named(pdf, { body: page, stream: undefined }, "Contents").stream);
  return [...content.matchAll(facePlace)].map(([, scaleX, scaleY, x, top]) => ({
    x: Number(x),
    y: Number(top) - Number(scaleY) * 10 * height,
    width: Number(scaleX) * 10 * width,
    height: Number(scaleY) * 10 * height,
  }));
}

test("a card is asked for when the bytes of the one before it are taken, and not earlier", async () => {
  const asked: number[] = [];
  const pieces = typesetter.setUnit(
    manyCards(3, (index) => asked.push(index)),
    landscape,
  );
  const sizes: number[] = [];

  expect(asked).toEqual([]);
  for (let card = 0; card < 3; card++) {
    sizes.push((await pieces.next()).value?.length ?? 0);
    expect(asked).toHaveLength(card + 1);
  }
  expect((await pieces.next()).done).toBe(false);
  expect((await pieces.next()).done).toBe(true);
  // Each with a photo of its own: nothing waits for the end.
  for (const size of sizes) expect(size).toBeGreaterThan(40_000);
});

test("the event loop turns between two cards: before it does, no photo's memory is freed", async () => {
  let turns = 0;
  const turnsBefore: number[] = [];
  const cards = manyCards(3, () => {
    turnsBefore.push(turns);
    setImmediate(() => turns++);
  });
  await drawUnit(cards, landscape);

  expect(turnsBefore).toEqual([0, 1, 2]);
});

test("every card has its front and its back, in the order that they came in", async () => {
  const names: string[] = [];
  async function* cards() {
    for await (const card of manyCards(14)) {
      names.push(card.content.text.nip);
      yield card;
    }
  }
  const pdf = readPdf(await drawUnit(cards(), landscape));
  const faces = facesOf(pdf);

  expect(pagesOf(pdf)).toHaveLength(28);
  expect(faces).toHaveLength(28);
  for (const [index, nip] of names.entries()) {
    const [front, back] = faces.slice(2 * index);
    expect(front && textOf(pdf, front)).toContain(nip);
    expect(back && textOf(pdf, back).join(" ")).toContain("Ketentuan penggunaan");
  }
});

test("what cards share is in the file once: two grounds a kind, and a font a weight", async () => {
  const pdf = readPdf(await drawUnit(manyCards(14), landscape));
  const images = withEntry(pdf, "/Filter /DCTDecode");
  const widths = await Promise.all(
    images.map(async ({ stream }) => (await sharp(stream).metadata()).width),
  );

  // A PPPK Paruh Waktu has the grounds of a PPPK, but for the front with its long badge.
  expect(widths.filter((width) => width === 1083)).toHaveLength(2 * kinds.length + 1);
  expect(widths.filter((width) => width === 450)).toHaveLength(14);
  expect(withEntry(pdf, "/FontFile2 ")).toHaveLength(3);
});

test.each([
  ["landscape", 4, [242.65, 153.01], [1011, 638]],
  ["portrait", 3, [153.01, 242.65], [638, 1011]],
] as const)(
  "a sheet of A4 holds fronts with their backs beside them, %s: %i cards",
  async (shape, cards, [width, height], pixels) => {
    const pdf = readPdf(await drawUnit(manyCards(cards + 1), { shape, sheet: "a4" }));
    const pages = pagesOf(pdf).map((page) => placesOn(pdf, page, pixels));
    const [full = [], last = []] = pages;

    expect(pages).toHaveLength(2);
    expect(full).toHaveLength(2 * cards);
    expect(last).toEqual(full.slice(0, 2));
    for (const [index, place] of full.entries()) {
      expect(place.width).toBeCloseTo(width, 2);
      expect(place.height).toBeCloseTo(height, 2);
      // With a margin for the marks, and for what printers leave white.
      expect(place.x).toBeGreaterThan(28);
      expect(place.y).toBeGreaterThan(28);
      expect(place.x + width).toBeLessThan(595.28 - 28);
      expect(place.y + height).toBeLessThan(841.89 - 28);
      const before = full[index - 1];
      if (index % 2 === 1) expect(place.y).toBeCloseTo(before?.y ?? 0, 4);
      else if (before) expect(place.y + height).toBeLessThan(before.y - 20);
    }
  },
);

test("the same cards are the same bytes", async () => {
  const sheet = { shape: "portrait", sheet: "a4" } as const;
  const [once, again] = [await drawUnit(manyCards(4), sheet), await drawUnit(manyCards(4), sheet)];

  expect(again.equals(once)).toBe(true);
});

test("the letters of a later card are in the fonts that all share", async () => {
  const [photo] = await Array.fromAsync(manyCards(1), (card) => card.photo);
  async function* cards() {
    for (const name of ["Siti Contohwati", "Nguyễn Žižić"])
      yield { content: aCard({ text: { ...aCard().text, name } }), photo: photo ?? Buffer.of() };
  }
  const pdf = readPdf(await drawUnit(cards(), landscape));
  const [, , front] = facesOf(pdf);

  expect(front && textOf(pdf, front)).toContain("Nguyễn Žižić");
});

test("without a card there is nothing to print", async () => {
  await expect(drawUnit(manyCards(0), landscape)).rejects.toThrow("There is no card to print.");
});
