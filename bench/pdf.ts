/** Cards in PDF: one as two pages of CR80, as the product sets it and as pdf-lib does; and a unit's, for its memory. */
import { documents as cardDocuments } from "#shared/card/card-content.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { portraitPng } from "../local/demo/portrait.ts";
import type { Bench } from "./bench.ts";
import { inTurns, median, rounded, timed } from "./measure.ts";
import { content } from "./pdf/content.ts";
import { drawWithPdfLib } from "./pdf/pdf-lib.ts";
import { type PrintedUnit, printUnit } from "./pdf/unit.ts";

const [fewCards, manyCards] = [100, 400];
const [fewLetters, manyLetters] = [100, 500];

export const pdf: Bench = {
  about:
    "CPU time of a card's two pages from record and photo (PNG), the ground prepared for both: pdf-lib with the same drawing over the product alone, and over a document of the product when it makes all four of a card; and the memory that a unit's cards, or letters to its people, take as one file, few over many (1: it does not grow)",
  rounds: 15,
  async measure({ rounds }) {
    const typesetter = new CardTypesetter(new CheckedTemplates());
    const photos = await Promise.all([1, 2].map((seed) => portraitPng(seed)));
    const [ourPhoto, theirPhoto] = [inTurn(photos), inTurn(photos)];
    const pair = { shape: "landscape", sheet: "card" } as const;
    const setAll = async (photo: Buffer) => {
      for (const name of cardDocuments) await typesetter.setDocument(content, photo, name);
    };
    const cpu = await inTurns(
      {
        product: () => timed(() => typesetter.setDocument(content, ourPhoto(), pair)),
        pdflib: () => timed(() => drawWithPdfLib(content, theirPhoto())),
        all: () => timed(() => setAll(ourPhoto())),
      },
      { rounds, warmUp: 3 },
    );
    const [product = 0, pdflib = 0, all = 0] = Object.values(cpu).map((samples) =>
      median(samples.map(({ cpuMs }) => cpuMs)),
    );
    const ours = await typesetter.setDocument(content, ourPhoto(), pair);
    const [few, many] = [await printUnit(fewCards, "cards"), await printUnit(manyCards, "cards")];
    const [fewRead, manyRead] = [
      await printUnit(fewLetters, "letters"),
      await printUnit(manyLetters, "letters"),
    ];
    return {
      ratios: {
        pdflib: rounded(pdflib / product),
        "pdflib, of four documents each": rounded(pdflib / (all / cardDocuments.length)),
        "unit's memory, 100 cards over 400": rounded(few.peakMb / many.peakMb),
        "unit's memory, 100 letters over 500": rounded(fewRead.peakMb / manyRead.peakMb),
      },
      figures: {
        "product, 2 pages, CPU ms": rounded(product),
        "product, all 4 documents, CPU ms": rounded(all),
        "pdf-lib, 2 pages, CPU ms": rounded(pdflib),
        "product, KB": Math.round(ours.length / 1024),
        "pdf-lib, KB": Math.round((await drawWithPdfLib(content, theirPhoto())).length / 1024),
        "peak memory, MB": Math.round(process.resourceUsage().maxRSS / 1024),
        ...figuresOf(`${fewCards} cards`, few),
        ...figuresOf(`${manyCards} cards`, many),
        ...figuresOf(`${fewLetters} letters`, fewRead),
        ...figuresOf(`${manyLetters} letters`, manyRead),
      },
    };
  },
};

/** Never the one before: the product keeps what it has made of the last photo. */
function inTurn(photos: readonly Buffer[]): () => Buffer {
  let turn = 0;
  return () => photos[turn++ % photos.length] ?? Buffer.of();
}

function figuresOf(unit: string, { peakMb, kilobytes, seconds }: PrintedUnit) {
  return {
    [`unit's ${unit}, peak memory over the start, MB`]: rounded(peakMb),
    [`unit's ${unit}, KB in all`]: Math.round(kilobytes),
    [`unit's ${unit}, seconds`]: rounded(seconds),
  };
}
