import { readFileSync } from "node:fs";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import sharp from "sharp";
import type { KeptEvidence } from "./evidence.ts";

const wasmFile = new URL("../../node_modules/@hyzyla/pdfium/dist/pdfium.wasm", import.meta.url);

/** Pages of one answer, whose pictures fit the 6 MB that Lambda answers: a decree and its annexes; whoever needs more downloads the file. */
export const mostPages = 6;
/** Pixels of a page: an A4 of 150 dpi, on which small print is read. */
const box = { width: 1240, height: 1754 } as const;
/** Points to pixels at most, so that a small page is not blown up. */
const mostScale = 2.1;
/** Of a page full of text 0.4 MB; as WebP a third less, for twenty times the work. */
const quality = 70;
const mostPixels = 64_000_000;

/** A file as pictures. */
export interface DrawnEvidence {
  /** JPEG, the first `mostPages`. */
  readonly pictures: readonly Buffer[];
  /** How many there are. */
  readonly pages: number;
}

/**
 * The pages of a file as pictures, so that no officer's browser opens a PDF of somebody else. PDFium runs as WebAssembly, without a script
 * engine, in an instance of its own for each file: what a hostile one does to its memory ends with the answer.
 * @returns undefined when it cannot be drawn: it may be downloaded all the same
 */
export async function drawEvidence({
  type,
  bytes,
}: KeptEvidence): Promise<DrawnEvidence | undefined> {
  try {
    if (type === "application/pdf") return await drawPdf(bytes);
    const picture = await sharp(bytes, { limitInputPixels: mostPixels })
      .resize({ ...box, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer();
    return { pictures: [picture], pages: 1 };
  } catch {
    return undefined;
  }
}

let binary: ArrayBuffer | undefined;

async function drawPdf(bytes: Buffer): Promise<DrawnEvidence | undefined> {
  binary ??= Uint8Array.from(readFileSync(wasmFile)).buffer;
  const library = await PDFiumLibrary.init({ wasmBinary: binary });
  const document = await library.loadDocument(bytes);
  try {
    const pages = document.getPageCount();
    const pictures: Buffer[] = [];
    for (let i = 0; i < Math.min(pages, mostPages); i++) {
      const page = document.getPage(i);
      const { originalWidth, originalHeight } = page.getOriginalSize();
      const fitting = Math.min(box.width / originalWidth, box.height / originalHeight);
      const drawn = await page.render({ scale: Math.min(fitting, mostScale) });
      const { width, height } = drawn;
      const raw = { width, height, channels: 4 } as const;
      pictures.push(
        await sharp(drawn.data, { raw })
          .flatten({ background: "#ffffff" })
          .jpeg({ quality })
          .toBuffer(),
      );
    }
    return pages === 0 ? undefined : { pictures, pages };
  } finally {
    document.destroy();
    library.destroy();
  }
}
