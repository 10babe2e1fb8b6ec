import sharp from "sharp";
import type { Clock } from "#shared/runtime/clock.ts";
import type { KeptEvidence } from "./evidence.ts";
import { openPdf, type PdfPages } from "./pdf-pages.ts";
import type { PdfPicture } from "./pdf-thread.ts";

/** Pages of one answer: a decree and its annexes; whoever needs more downloads the file. */
export const mostPages = 6;
/**
 * Bytes of the pictures of one answer: Lambda answers 6 MB (6,291,556 bytes), and base64 makes a third more of them. One page of nothing
 * but noise has 1.3 MB, so the first is always shown.
 */
export const mostPictureBytes = 4_000_000;
/** Milliseconds after which no further page is begun: the function has ten seconds, and one page of a huge picture takes more than one. */
const mostMs = 4000;
/** Milliseconds after which whatever is being drawn is ended: pages that are finished are shown, and time is left to answer. */
const endMs = 6000;
/** Pixels of a page: an A4 of 150 dpi, on which small print is read. */
const box = { width: 1240, height: 1754 } as const;
/** A page full of text has 0.4 MB, a halftone scan 1.2; as WebP a third less, for twenty times the work. */
const quality = 70;
const mostPixels = 64_000_000;

/** A file as pictures. */
export interface DrawnEvidence {
  /** JPEG, as many of the first as an answer holds. */
  readonly pictures: readonly Buffer[];
  /** How many there are. */
  readonly pages: number;
}

/**
 * The pages of a file as pictures, so that no officer's browser opens a PDF of somebody else. PDFium runs as WebAssembly, without a script
 * engine, in a thread and a memory of its own for each file: what a hostile one does to it ends with the answer (`pdf-pages.ts`).
 * As many of the first pages are drawn as fit `mostPages`, `mostPictureBytes` and four seconds; a first that takes six is none.
 * @returns undefined when it cannot be drawn: it may be downloaded all the same
 */
export async function drawEvidence(
  { type, bytes }: KeptEvidence,
  clock: Clock,
): Promise<DrawnEvidence | undefined> {
  try {
    if (type === "application/pdf") return await drawPdf(bytes, clock);
    const picture = await sharp(bytes, { limitInputPixels: mostPixels })
      .resize({ ...box, fit: "inside", withoutEnlargement: true })
      .jpeg({ quality })
      .toBuffer();
    return { pictures: [picture], pages: 1 };
  } catch {
    return undefined;
  }
}

async function drawPdf(bytes: Buffer, clock: Clock): Promise<DrawnEvidence | undefined> {
  const endsAt = clock.now().getTime() + mostMs;
  const pdf = await openPdf(bytes, AbortSignal.timeout(endMs));
  try {
    const pictures: Buffer[] = [];
    let room = mostPictureBytes;
    for (let i = 0; i < Math.min(pdf.pages, mostPages); i++) {
      if (i > 0 && clock.now().getTime() >= endsAt) break;
      const picture = await drawPage(pdf, i);
      if (!picture || (i > 0 && picture.length > room)) break;
      room -= picture.length;
      pictures.push(picture);
    }
    return pictures.length === 0 ? undefined : { pictures, pages: pdf.pages };
  } finally {
    await pdf.close();
  }
}

/** @returns undefined for a page that PDFium cannot draw, or not in time: those before it are shown all the same */
async function drawPage(pdf: PdfPages, index: number): Promise<Buffer | undefined> {
  try {
    return await asJpeg(await pdf.draw(index));
  } catch {
    return undefined;
  }
}

async function asJpeg({ data, width, height }: PdfPicture): Promise<Buffer> {
  const raw = { width, height, channels: 4 } as const;
  return await sharp(data, { raw }).flatten({ background: "#ffffff" }).jpeg({ quality }).toBuffer();
}
