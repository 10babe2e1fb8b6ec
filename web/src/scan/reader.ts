/** Reads the code in a picture: by the browser's own BarcodeDetector where there is one, else by ZXing in a worker. */
import { AskedWorker } from "../asked-worker.ts";
import type { ReadAnswer, ReadQuestion } from "./qr-worker.ts";

/** As the Barcode Detection API says it (WICG). Only some browsers have it, and only some of these read QR codes. */
interface Detector {
  detect(image: CanvasImageSource): Promise<readonly { readonly rawValue: string }[]>;
}
declare global {
  var BarcodeDetector:
    | {
        new (options: { formats: readonly string[] }): Detector;
        getSupportedFormats(): Promise<readonly string[]>;
      }
    | undefined;
}

/** @returns undefined when there is no code in it */
export type ReadCode = (image: Drawn) => Promise<string | undefined>;
export interface Drawn {
  readonly canvas: HTMLCanvasElement;
  readonly context: CanvasRenderingContext2D;
}

let reader: Promise<ReadCode> | undefined;

/**
 * The device's reader, the same one for all pictures.
 * @param onLoading when something has to be loaded first
 * @param anew whether one that was loaded before is loaded again: past a service worker that was not there yet nothing was kept
 * @throws when that does not arrive; asked again, it is asked for again
 */
export function readerOf(onLoading: () => void, anew = false): Promise<ReadCode> {
  if (anew) reader = undefined;
  reader ??= (async () => (await ofBrowser(onLoading)) ?? (await ofWorker(onLoading)))();
  reader.catch(() => {
    reader = undefined;
  });
  return reader;
}

/** @returns undefined where the browser's own reads none, or fails at being asked, as in some that have its name alone */
async function ofBrowser(onLoading: () => void): Promise<ReadCode | undefined> {
  const { BarcodeDetector: OfBrowser } = globalThis;
  try {
    const formats = await OfBrowser?.getSupportedFormats();
    if (!OfBrowser || !formats?.includes("qr_code")) return undefined;
    const detector = new OfBrowser({ formats: ["qr_code"] });
    let other: Promise<ReadCode> | undefined;
    return async (view) => {
      if (other) return (await other)(view);
      try {
        return (await detector.detect(view.canvas))[0]?.rawValue;
      } catch {
        other = ofWorker(onLoading);
        return (await other)(view);
      }
    };
  } catch {
    return undefined;
  }
}

async function ofWorker(onLoading: () => void): Promise<ReadCode> {
  onLoading();
  const worker = new AskedWorker<ReadQuestion, ReadAnswer>(import.meta.env.QR_WORKER);
  const ask = (pixels?: ImageData) =>
    worker.ask(
      (number) => ({ ask: number, ...(pixels && { pixels }) }),
      ({ text }) => text,
    );
  try {
    await ask();
  } catch (error) {
    worker.end();
    throw error;
  }
  return async ({ canvas, context }) =>
    (await ask(context.getImageData(0, 0, canvas.width, canvas.height))) ?? undefined;
}
