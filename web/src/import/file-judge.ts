import { NoAnswer } from "../api/client.ts";
import type { FromJudge, ProblemPage, ProblemQuery, ToJudge } from "./judge-messages.ts";

/** What came of a file. */
export type Judgement = Extract<FromJudge, { say: "judged" | "unreadable" | "unsupported" }>;

/** One file in a worker of its own, from its choice until the page lets it go. */
export class FileJudge {
  readonly judgement: Promise<Judgement>;
  readonly #worker = new Worker(workerAddress());
  readonly #asked = new Map<number, (page: ProblemPage) => void>();
  #asks = 0;

  /**
   * @param year this year
   * @param onProgress rows that are read
   */
  constructor(file: File, year: number, onProgress: (rows: number) => void) {
    this.judgement = new Promise((resolve, reject) => {
      // An error of the worker's own code has a message; without one its script did not arrive.
      this.#worker.onerror = ({ message }) =>
        reject(message ? new Error(message) : new NoAnswer("no worker"));
      this.#worker.onmessage = ({ data }: MessageEvent<FromJudge>) => {
        if (data.say === "progress") onProgress(data.rows);
        else if (data.say === "problems") this.#asked.get(data.ask)?.(data.page);
        else if (data.say === "broken") reject(new Error("The worker could not judge the file."));
        else resolve(data);
      };
    });
    this.#tell({ say: "judge", file, year });
  }

  /** A part of the problems, in the order of the file. */
  problems(query: ProblemQuery): Promise<ProblemPage> {
    const ask = this.#asks++;
    return new Promise((resolve) => {
      this.#asked.set(ask, (page) => {
        this.#asked.delete(ask);
        resolve(page);
      });
      this.#tell({ say: "problems", ask, query });
    });
  }

  end(): void {
    this.#worker.terminate();
  }

  #tell(message: ToJudge): void {
    this.#worker.postMessage(message);
  }
}

let address: string | undefined;

/** A policy's name is given once for a page (infra/edge/content-security-policy.ts). */
function workerAddress(): string {
  const plain = import.meta.env.IMPORT_WORKER ?? "";
  if (typeof trustedTypes === "undefined") return plain;
  address ??= trustedTypes
    .createPolicy("kartu", { createScriptURL: () => plain })
    .createScriptURL(plain);
  return address;
}
