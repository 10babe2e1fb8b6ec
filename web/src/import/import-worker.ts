/**
 * The worker that reads, judges and marks a file with the code of the function, so that the page stays free meanwhile. It keeps the
 * judgement: of many thousand problems the page gets those that it shows.
 */
import "../missing.ts";
import { withErrors } from "#shared/import/file-with-errors.ts";
import type { ImportProblem } from "#shared/import/import-problem.ts";
import { importTemplate } from "#shared/import/import-template.ts";
import { type JudgedFile, judgeFile } from "#shared/import/judge-file.ts";
import { isZip, mostFileBytes } from "#shared/import/table.ts";
import { type JudgedWhole, pageOf, summaryOf } from "./judgement.ts";
import { sentenceOf } from "./problem-text.ts";
import type { FromWorker, Judgement, ToWorker, WorkerAnswer } from "./worker-messages.ts";

const tell = (message: FromWorker) => postMessage(message);
let judged: { readonly result: JudgedWhole; readonly file: Blob } | undefined;

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
  const kept = await keptOf(file);
  if (!kept) return { say: "unreadable" };
  if (!canInflate() && (await isZip(kept))) return { say: "unsupported", file: kept };
  const result = await wholeOf(await judgeFile(kept, { year }));
  judged = { result, file: kept };
  return { say: "judged", summary: summaryOf(result), file: kept };
}

async function wholeOf(file: JudgedFile): Promise<JudgedWhole> {
  const problems: ImportProblem[] = [];
  let people = 0;
  for await (const page of file.pages()) {
    people += page.people.length;
    problems.push(...page.problems);
    tell({ say: "progress", rows: page.rows });
  }
  return { rows: file.rows, people, problems };
}

/**
 * Its content as it is now, whatever becomes of the file. One that is too large is not loaded, because it is refused by its size.
 * @returns undefined when the device does not give it
 */
async function keptOf(file: File): Promise<Blob | undefined> {
  if (file.size > mostFileBytes) return file;
  try {
    return new Blob([await file.arrayBuffer()], { type: file.type });
  } catch {
    return undefined;
  }
}

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
  yield* withErrors(file, told);
}

async function fileOf(pieces: AsyncIterable<Uint8Array<ArrayBuffer>>): Promise<Blob> {
  const parts: Uint8Array<ArrayBuffer>[] = [];
  for await (const piece of pieces) parts.push(piece);
  return new Blob(parts);
}
