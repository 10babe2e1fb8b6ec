/**
 * The worker that reads, judges and marks a file with the code of the function, so that the page stays free meanwhile. It keeps the
 * judgement: of many thousand problems the page gets those that it shows.
 */
import "../missing.ts";
import { withErrors } from "#shared/import/file-with-errors.ts";
import { FileRefused } from "#shared/import/import-problem.ts";
import { importTemplate } from "#shared/import/import-template.ts";
import { type JudgedFile, judgeFile, refusedFile } from "#shared/import/judge-file.ts";
import { demandSize } from "#shared/import/table.ts";
import { pageOf, summaryOf } from "./judgement.ts";
import { sentenceOf } from "./problem-text.ts";
import type { FromWorker, Judgement, ToWorker, WorkerAnswer } from "./worker-messages.ts";

/** Rows between two words of progress. */
const stride = 500;

const tell = (message: FromWorker) => postMessage(message);
let judged: { readonly result: JudgedFile; readonly file: Blob } | undefined;

addEventListener("message", async ({ data }: MessageEvent<ToWorker>) => {
  const { ask } = data;
  try {
    tell(await answerTo(data));
  } catch (error) {
    tell({ say: "failed", ask });
    throw error;
  }
});

async function answerTo(question: ToWorker): Promise<WorkerAnswer> {
  const { ask } = question;
  switch (question.say) {
    case "judge":
      return { ...(await judge(question.file, question.year)), ask };
    case "problems":
      return { say: "problems", ask, page: pageOf(judged?.result.problems ?? [], question.query) };
    case "mark":
      return { say: "file", ask, file: await fileOf(marked()) };
    case "template":
      return { say: "file", ask, file: await fileOf(importTemplate(question.format)) };
  }
}

async function judge(file: File, year: number): Promise<Judgement> {
  const bytes = await bytesOf(file);
  if (!bytes) return { say: "unreadable" };
  if (bytes instanceof FileRefused) return keep(refusedFile(bytes), file);
  const kept = new Blob([bytes], { type: file.type });
  if (isZip(bytes) && !canInflate()) return { say: "unsupported", file: kept };
  const onRow = (rows: number) => rows % stride === 0 && tell({ say: "progress", rows });
  return keep(await judgeFile(bytes, { year, onRow }), kept);
}

function keep(result: JudgedFile, file: Blob): Judgement {
  judged = { result, file };
  return { say: "judged", summary: summaryOf(result), file };
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

async function* marked(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  if (!judged) throw new Error("No file is judged.");
  const { result, file } = judged;
  const told = result.problems.map((problem) => ({ ...problem, message: sentenceOf(problem) }));
  yield* withErrors(new Uint8Array(await file.arrayBuffer()), told);
}

async function fileOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Blob(parts);
}
