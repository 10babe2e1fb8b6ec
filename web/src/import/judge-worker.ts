/**
 * The worker that reads and judges a file with the code of the function, so that the page stays free meanwhile. It keeps the
 * judgement: of many thousand problems the page gets those that it shows.
 */
import "../missing.ts";
import { FileRefused } from "#shared/import/import-problem.ts";
import { type JudgedFile, judgeFile, refusedFile } from "#shared/import/judge-file.ts";
import { demandSize } from "#shared/import/table.ts";
import type { FromJudge, ToJudge } from "./judge-messages.ts";
import { pageOf, summaryOf } from "./judgement.ts";

/** Rows between two words of progress. */
const stride = 500;

const tell = (message: FromJudge) => postMessage(message);
let judged: JudgedFile | undefined;

addEventListener("message", ({ data }: MessageEvent<ToJudge>) => {
  if (data.say === "problems")
    tell({ say: "problems", ask: data.ask, page: pageOf(judged?.problems ?? [], data.query) });
  else
    judge(data.file, data.year).catch((error: unknown) => {
      tell({ say: "broken" });
      throw error;
    });
});

async function judge(file: File, year: number): Promise<void> {
  const bytes = await bytesOf(file);
  if (!bytes) {
    tell({ say: "unreadable" });
    return;
  }
  if (!(bytes instanceof FileRefused) && isZip(bytes) && !canInflate()) {
    tell({ say: "unsupported", file: new Blob([bytes]) });
    return;
  }
  judged = await (bytes instanceof FileRefused
    ? refusedFile(bytes)
    : judgeFile(bytes, {
        year,
        onRow: (rows) => rows % stride === 0 && tell({ say: "progress", rows }),
      }));
  const kept = bytes instanceof FileRefused ? file : new Blob([bytes]);
  tell({ say: "judged", summary: summaryOf(judged), file: kept });
}

/** Of a file that is too large nothing is loaded. @returns undefined when the device does not give its content */
async function bytesOf(file: File): Promise<Uint8Array<ArrayBuffer> | FileRefused | undefined> {
  try {
    demandSize(file.size);
    return new Uint8Array(await file.arrayBuffer());
  } catch (error) {
    return error instanceof FileRefused ? error : undefined;
  }
}

const isZip = (bytes: Uint8Array) => bytes[0] === 0x50 && bytes[1] === 0x4b;

/** Chrome before 103, Safari before 16.4 and Firefox before 113 cannot. */
function canInflate(): boolean {
  try {
    new DecompressionStream("deflate-raw");
    return true;
  } catch {
    return false;
  }
}
