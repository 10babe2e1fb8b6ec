/** Pages as a printer sees them, by PDFium: a reader that is not ours. */
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { PDFiumLibrary } from "@hyzyla/pdfium";

const wasm = createRequire(import.meta.url).resolve("@hyzyla/pdfium/pdfium.wasm");

export interface Raster {
  readonly width: number;
  readonly height: number;
  /** A byte a pixel: 0 black, 255 white. */
  readonly gray: Buffer;
}

/** @param step 2 for every second page, from the first */
export async function* rasterise(
  pdf: Uint8Array,
  { dpi, step = 1 }: { readonly dpi: number; readonly step?: number },
): AsyncGenerator<Raster> {
  const library = await PDFiumLibrary.init({
    wasmBinary: new Uint8Array(readFileSync(wasm)).buffer,
  });
  const document = await library.loadDocument(pdf);
  try {
    for (let page = 0; page < document.getPageCount(); page += step) {
      const { width, height, data } = await document
        .getPage(page)
        .render({ scale: dpi / 72, colorSpace: "Gray" });
      yield { width, height, gray: Buffer.from(data) };
    }
  } finally {
    document.destroy();
    library.destroy();
  }
}
