/** The thread of pdf-pages.ts, which reads a file that may be hostile: it is told nothing but the file and PDFium, and can be ended at any moment. */
import { parentPort, workerData } from "node:worker_threads";
import { PDFiumLibrary } from "@hyzyla/pdfium";

/** Pixels of a page: an A4 of 150 dpi, on which small print is read. */
const box = { width: 1240, height: 1754 } as const;
/** Points to pixels at most, so that a small page is not blown up. */
const mostScale = 2.1;

export interface PdfOrder {
  readonly bytes: Uint8Array;
  /** PDFium, with the memory that it may have. */
  readonly program: ArrayBuffer;
}

/** Of four bytes a pixel. */
export interface PdfPicture {
  readonly data: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** First how many pages there are, then the picture of each page whose index was sent. What cannot be read ends the thread with its error. */
export type PdfAnswer = { readonly pages: number } | PdfPicture;

const { bytes, program }: PdfOrder = workerData;
const library = await PDFiumLibrary.init({ wasmBinary: program });
const document = await library.loadDocument(bytes);
const answer = (message: PdfAnswer) => parentPort?.postMessage(message);

parentPort?.on("message", async (index: number) => {
  const page = document.getPage(index);
  const { originalWidth, originalHeight } = page.getOriginalSize();
  const fitting = Math.min(box.width / originalWidth, box.height / originalHeight);
  const { data, width, height } = await page.render({ scale: Math.min(fitting, mostScale) });
  answer({ data, width, height });
});
answer({ pages: document.getPageCount() });
