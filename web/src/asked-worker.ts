import { NoAnswer } from "./api/client.ts";
import { workerAddress } from "./worker-address.ts";

interface Asked<Answer> {
  readonly hear: (answer: Answer) => void;
  readonly fail: (error: Error) => void;
}

/**
 * A worker of its own that answers questions: each has a number, `ask`, which its answer has too. All that is asked of it fails with
 * NoAnswer when its script does not arrive, and with another Error when it cannot do it.
 */
export class AskedWorker<Question, Answer extends { readonly ask: number }> {
  readonly #worker: Worker;
  readonly #asked = new Map<number, Asked<Answer>>();
  #asks = 0;

  /** @param address one of the build's */
  constructor(address: string | undefined) {
    this.#worker = new Worker(workerAddress(address));
    this.#worker.onmessage = ({ data }: MessageEvent<Answer>) => this.#take(data.ask)?.hear(data);
    // An error of the worker's own code has a message; without one its script did not arrive.
    this.#worker.onerror = ({ message }) => {
      const error = message ? new Error(message) : new NoAnswer("no worker");
      for (const ask of [...this.#asked.keys()]) this.#take(ask)?.fail(error);
    };
  }

  /** @param hear what the worker says, answers as well */
  listen<Said>(hear: (said: Said) => void): void {
    this.#worker.addEventListener("message", ({ data }: MessageEvent<Said>) => hear(data));
  }

  /** @param answerIn undefined when the answer is not one to this question: the worker could not do it */
  ask<Found>(
    question: (ask: number) => Question,
    answerIn: (answer: Answer) => Found | undefined,
  ): Promise<Found> {
    const ask = this.#asks++;
    return new Promise((resolve, reject) => {
      const hear = (answer: Answer) => {
        const found = answerIn(answer);
        if (found === undefined) reject(new Error("The worker could not do it."));
        else resolve(found);
      };
      this.#asked.set(ask, { hear, fail: reject });
      this.#worker.postMessage(question(ask));
    });
  }

  /** What needs no answer. */
  tell(message: (ask: number) => Question): void {
    this.#worker.postMessage(message(this.#asks++));
  }

  end(): void {
    this.#worker.terminate();
  }

  #take(ask: number): Asked<Answer> | undefined {
    const asked = this.#asked.get(ask);
    this.#asked.delete(ask);
    return asked;
  }
}
