/**
 * Reads QR codes where the browser cannot: ZXing, in a worker, because only there it may be compiled
 * (infra/edge/content-security-policy.ts). It comes when it is needed first.
 */
import { prepareZXingModule, readBarcodes } from "zxing-wasm/reader";

export interface ReadQuestion {
  readonly ask: number;
  /** Absent to load the reader alone. */
  readonly pixels?: ImageData;
}
export interface ReadAnswer {
  readonly ask: number;
  /** What the code says; null where there is none. Absent when the reader could not be loaded. */
  readonly text?: string | null;
}

const loaded = (async () => {
  const answer = await fetch(import.meta.env.READER_WASM ?? "");
  if (!answer.ok) throw new Error("The reader did not come.");
  const wasmBinary = await answer.arrayBuffer();
  await prepareZXingModule({ overrides: { wasmBinary }, fireImmediately: true });
})();
// It is told to who asks.
loaded.catch(() => {});

addEventListener("message", async ({ data: { ask, pixels } }: MessageEvent<ReadQuestion>) => {
  const answer: ReadAnswer = await loaded.then(
    async () => ({ ask, text: pixels ? await codeIn(pixels) : null }),
    () => ({ ask }),
  );
  postMessage(answer);
});

async function codeIn(pixels: ImageData): Promise<string | null> {
  const [code] = await readBarcodes(pixels, { formats: ["QRCode"], maxNumberOfSymbols: 1 });
  return code?.isValid ? code.text : null;
}
