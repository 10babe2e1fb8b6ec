import { once } from "node:events";
import { readFileSync } from "node:fs";
import { Worker } from "node:worker_threads";
import type { PdfAnswer, PdfOrder, PdfPicture } from "./pdf-thread.ts";
import { withMemoryOf } from "./wasm-memory.ts";

const wasmFile = new URL("../../node_modules/@hyzyla/pdfium/dist/pdfium.wasm", import.meta.url);
/** What PDFium may have for one file: a scan of 64 megapixels, drawn, leaves the process at 490 MB, one that wants more at 660, and the function has 1,769 MiB. */
const mostMemory = 512 * 1024 * 1024;
/** MiB of what JavaScript around it may have. */
const mostHeap = 64;

/** The pages of one PDF. */
export interface PdfPages {
  readonly pages: number;
  /** Once for each page, one after the other. @throws whatever stops PDFium; the `signal`'s reason */
  draw(index: number): Promise<PdfPicture>;
  /** To be called always. */
  close(): Promise<void>;
}

let program: Buffer | undefined;

/**
 * Opens a PDF in a thread of its own, for a loop in WebAssembly can only be ended from outside, and with a memory of its own, which the
 * engine bounds (`resourceLimits` do not count it). The thread has no setting and no credential of the function.
 * @param signal ends it, whatever it does
 * @throws whatever stops PDFium; the `signal`'s reason
 */
export async function openPdf(bytes: Uint8Array, signal: AbortSignal): Promise<PdfPages> {
  const thread = threadFor(bytes);
  const { promise: ended, reject } = Promise.withResolvers<never>();
  thread.once("exit", () => reject(new Error("the thread ended")));
  thread.on("error", reject);
  // Whoever asks next hears of it; nobody may be asking.
  ended.catch(() => undefined);
  const next = async (): Promise<PdfAnswer> => {
    const [answer] = await Promise.race([once(thread, "message", { signal }), ended]);
    return answer;
  };
  try {
    const opened = await next();
    if (!("pages" in opened)) throw new Error("a page before it was asked for");
    return {
      pages: opened.pages,
      async draw(index) {
        thread.postMessage(index);
        const drawn = await next();
        if ("pages" in drawn) throw new Error("opened twice");
        return drawn;
      },
      close: async () => void (await thread.terminate()),
    };
  } catch (error) {
    await thread.terminate();
    throw error;
  }
}

/** Nothing of what it says is for the log: the file may be hostile. */
function threadFor(bytes: Uint8Array): Worker {
  program ??= withMemoryOf(mostMemory, readFileSync(wasmFile));
  const workerData: PdfOrder = { bytes, program: Uint8Array.from(program).buffer };
  const thread = new Worker(new URL("./pdf-thread.ts", import.meta.url), {
    workerData,
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: mostHeap },
  });
  thread.stdout.resume();
  thread.stderr.resume();
  return thread;
}
