import type { SpreadsheetFormat } from "#shared/import/write-spreadsheet.ts";
import { NoAnswer } from "../api/client.ts";
import { workerAddress } from "../worker-address.ts";
import type {
  FromWorker,
  Judgement,
  ProblemPage,
  ProblemQuery,
  ToWorker,
  WorkerAnswer,
} from "./worker-messages.ts";

interface Asked {
  readonly hear: (answer: WorkerAnswer) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A worker of its own for one file, from its choice until the page lets it go. All that is asked of it fails with NoAnswer when its
 * script does not arrive, and with another Error when it cannot do it.
 */
export class FileWorker {
  readonly #worker = new Worker(workerAddress(import.meta.env.IMPORT_WORKER));
  readonly #asked = new Map<number, Asked>();
  #asks = 0;

  /** @param onProgress hears how many rows are read */
  constructor(onProgress?: (rows: number) => void) {
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (data.say === "progress") onProgress?.(data.rows);
      else this.#take(data.ask)?.hear(data);
    };
    // An error of the worker's own code has a message; without one its script did not arrive.
    this.#worker.onerror = ({ message }) => {
      const error = message ? new Error(message) : new NoAnswer("no worker");
      for (const ask of [...this.#asked.keys()]) this.#take(ask)?.fail(error);
    };
  }

  /** @param year this year */
  judge(file: File, year: number): Promise<Judgement> {
    return this.#ask(
      (ask) => ({ say: "judge", ask, file, year }),
      (answer) =>
        answer.say === "judged" || answer.say === "unreadable" || answer.say === "unsupported"
          ? answer
          : undefined,
    );
  }

  /** A part of the problems, in the order of the file. */
  problems(query: ProblemQuery): Promise<ProblemPage> {
    return this.#ask(
      (ask) => ({ say: "problems", ask, query }),
      (answer) => (answer.say === "problems" ? answer.page : undefined),
    );
  }

  /** The judged file with what is wrong in a column of its own. */
  marked(): Promise<Blob> {
    return this.#ask((ask) => ({ say: "mark", ask }), fileIn);
  }

  /** An empty file to fill in. */
  template(format: SpreadsheetFormat): Promise<Blob> {
    return this.#ask((ask) => ({ say: "template", ask, format }), fileIn);
  }

  end(): void {
    this.#worker.terminate();
  }

  #ask<Answer>(
    question: (ask: number) => ToWorker,
    answerIn: (answer: WorkerAnswer) => Answer | undefined,
  ): Promise<Answer> {
    const ask = this.#asks++;
    return new Promise((resolve, reject) => {
      const hear = (message: WorkerAnswer) => {
        const answer = answerIn(message);
        if (answer === undefined) reject(new Error("The worker could not do it."));
        else resolve(answer);
      };
      this.#asked.set(ask, { hear, fail: reject });
      this.#worker.postMessage(question(ask));
    });
  }

  #take(ask: number): Asked | undefined {
    const asked = this.#asked.get(ask);
    this.#asked.delete(ask);
    return asked;
  }
}

const fileIn = (answer: WorkerAnswer) => (answer.say === "file" ? answer.file : undefined);
