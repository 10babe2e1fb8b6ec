import { NoAnswer } from "../api/client.ts";
import { workerAddress } from "../worker-address.ts";
import type { Edits } from "./edits.ts";
import type {
  DrawnPhoto,
  FromWorker,
  OpenedPicture,
  OpeningProblem,
  ToWorker,
} from "./worker-messages.ts";

interface Asked {
  readonly hear: (answer: FromWorker) => void;
  readonly fail: (error: Error) => void;
}

/** Whether this browser can draw in a worker: Chrome from 69, Firefox from 105, Safari from 16.4. */
export function canDraw(): boolean {
  return typeof OffscreenCanvas !== "undefined" && typeof createImageBitmap !== "undefined";
}

/**
 * A worker of its own for one picture. All that is asked of it fails with NoAnswer when its script does not arrive, and with another
 * Error when it cannot do it.
 */
export class PhotoWorker {
  readonly #worker = new Worker(workerAddress(import.meta.env.STUDIO_WORKER));
  readonly #asked = new Map<number, Asked>();
  #asks = 0;

  constructor() {
    this.#worker.onmessage = ({ data }: MessageEvent<FromWorker>) =>
      this.#take(data.ask)?.hear(data);
    // An error of the worker's own code has a message; without one its script did not arrive.
    this.#worker.onerror = ({ message }) => {
      const error = message ? new Error(message) : new NoAnswer("no worker");
      for (const ask of [...this.#asked.keys()]) this.#take(ask)?.fail(error);
    };
  }

  open(file: Blob): Promise<OpenedPicture | OpeningProblem> {
    return this.#ask(
      (ask) => ({ say: "open", ask, file }),
      (answer) => {
        if (answer.say === "not-opened") return answer.problem;
        return answer.say === "opened" ? answer : undefined;
      },
    );
  }

  draw(edits: Edits): Promise<DrawnPhoto> {
    return this.#ask(
      (ask) => ({ say: "draw", ask, edits }),
      (answer) => (answer.say === "drawn" ? answer : undefined),
    );
  }

  end(): void {
    this.#worker.terminate();
  }

  #ask<Answer>(
    question: (ask: number) => ToWorker,
    answerIn: (answer: FromWorker) => Answer | undefined,
  ): Promise<Answer> {
    const ask = this.#asks++;
    return new Promise((resolve, reject) => {
      const hear = (message: FromWorker) => {
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
