import type { SpreadsheetFormat } from "#shared/import/write-spreadsheet.ts";
import { AskedWorker } from "../asked-worker.ts";
import type {
  FromWorker,
  Judgement,
  ProblemPage,
  ProblemQuery,
  ToWorker,
  WorkerAnswer,
} from "./worker-messages.ts";

/** A worker of its own for one file, from its choice until the page lets it go. Its failures are those of AskedWorker. */
export class FileWorker {
  readonly #worker = new AskedWorker<ToWorker, WorkerAnswer>(import.meta.env.IMPORT_WORKER);

  /** @param onProgress hears how many rows are read */
  constructor(onProgress?: (rows: number) => void) {
    this.#worker.listen((said: FromWorker) => {
      if (said.say === "progress") onProgress?.(said.rows);
    });
  }

  /** @param year this year */
  judge(file: File, year: number): Promise<Judgement> {
    return this.#worker.ask(
      (ask) => ({ say: "judge", ask, file, year }),
      (answer) =>
        answer.say === "judged" || answer.say === "unreadable" || answer.say === "unsupported"
          ? answer
          : undefined,
    );
  }

  /** A part of the problems, in the order of the file. */
  problems(query: ProblemQuery): Promise<ProblemPage> {
    return this.#worker.ask(
      (ask) => ({ say: "problems", ask, query }),
      (answer) => (answer.say === "problems" ? answer.page : undefined),
    );
  }

  /** The judged file with what is wrong in a column of its own. */
  marked(): Promise<Blob> {
    return this.#worker.ask((ask) => ({ say: "mark", ask }), fileIn);
  }

  /** An empty file to fill in. */
  template(format: SpreadsheetFormat): Promise<Blob> {
    return this.#worker.ask((ask) => ({ say: "template", ask, format }), fileIn);
  }

  end(): void {
    this.#worker.end();
  }
}

const fileIn = (answer: WorkerAnswer) => (answer.say === "file" ? answer.file : undefined);
