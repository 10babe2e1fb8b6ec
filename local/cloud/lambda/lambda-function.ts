import { randomUUID } from "node:crypto";
import { FunctionError } from "./function-error.ts";
import { FunctionWorker, type WorkerOptions } from "./function-worker.ts";
import { payloadLimit } from "./payload-limit.ts";

/** A Lambda function of the template. */
export interface FunctionDefinition {
  readonly name: string;
  readonly arn: string;
  /** "index.handler". */
  readonly handler: string;
  readonly codeDirectory: string;
  /** Packages its layers bring. */
  readonly layerPackages: readonly string[];
  readonly memoryMegabytes: number;
  readonly timeoutSeconds: number;
  readonly roleArn: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly reservedConcurrency: number | undefined;
}

/** Two workers show the same races as many, and need less of a laptop. */
const defaultConcurrency = 2;

/** How long a worker waits for work before it is ended. Lambda's documents name no time; it is some minutes. */
const idleMillis = 120_000;

/** Runs one function: as many workers as its concurrency allows, each with one invocation at a time. */
export class LambdaFunction {
  readonly definition: FunctionDefinition;
  readonly #workerOptions: WorkerOptions;
  /** The worker that worked last stands last and is taken first, so that the others can end. */
  readonly #idle: FunctionWorker[] = [];
  readonly #endings = new Map<FunctionWorker, NodeJS.Timeout>();
  readonly #waiting: ((worker: FunctionWorker | undefined) => void)[] = [];
  readonly #workers = new Set<FunctionWorker>();
  /** Workers that began with code that has been replaced since: each ends with what it is doing. */
  readonly #outdated = new WeakSet<FunctionWorker>();
  #codeReady: () => Promise<void>;
  #inFlight = 0;
  #invocations = 0;
  #isClosed = false;

  /** @param codeReady until when invocations wait */
  constructor(
    definition: FunctionDefinition,
    workerOptions: WorkerOptions,
    codeReady: Promise<void> = Promise.resolve(),
  ) {
    this.definition = definition;
    this.#workerOptions = workerOptions;
    this.#codeReady = () => codeReady;
  }

  /**
   * Replaces the code, as UpdateFunctionCode does: running invocations finish with the old code, later ones wait for the new code.
   * @param makeReady puts the code into the function's directory; called by the first invocation, or by who awaits the result before
   * @returns what waits until the new code is served
   */
  updateCode(makeReady: () => Promise<void>): () => Promise<void> {
    let ready: Promise<void> | undefined;
    const replace = async () => {
      await makeReady();
      for (const worker of this.#workers) this.#outdated.add(worker);
      for (const worker of this.#idle.splice(0)) this.#end(worker);
    };
    const served = () => {
      ready ??= replace();
      return ready;
    };
    this.#codeReady = served;
    return served;
  }

  get concurrency(): number {
    return Math.min(this.definition.reservedConcurrency ?? defaultConcurrency, defaultConcurrency);
  }

  /** Processes that work or wait for work. */
  get workers(): number {
    return this.#workers.size;
  }

  /** How often it was invoked since the cloud started. */
  get invocations(): number {
    return this.#invocations;
  }

  /** Invocations that run or wait for a worker. */
  get inFlight(): number {
    return this.#inFlight;
  }

  /**
   * @param payload the event, to be written as JSON
   * @returns what the handler returned, read back from JSON; null when it returned nothing
   * @throws FunctionError when the handler threw, timed out, or its worker died; TooManyRequestsException when more are
   *   running than are reserved ("Understanding Lambda function scaling"): the caller waits and asks again
   */
  async invoke(payload: unknown): Promise<unknown> {
    const event = JSON.stringify(payload ?? null);
    const size = Buffer.byteLength(event);
    if (size > payloadLimit) {
      throw new FunctionError(
        "RequestTooLargeException",
        `Request must be smaller than ${payloadLimit} bytes for the InvokeFunction operation`,
      );
    }
    if (this.#inFlight >= (this.definition.reservedConcurrency ?? Number.POSITIVE_INFINITY)) {
      throw new FunctionError("TooManyRequestsException", "Rate Exceeded.");
    }
    this.#inFlight++;
    this.#invocations++;
    try {
      return await this.#run(event);
    } finally {
      this.#inFlight--;
    }
  }

  async #run(event: string): Promise<unknown> {
    await this.#codeReady();
    const worker = await this.#acquire();
    if (!worker) throw new FunctionError("Runtime.ExitError", "The embedded cloud stopped.");
    try {
      const answer = await worker.run(event, randomUUID());
      return answer === undefined ? null : JSON.parse(answer);
    } finally {
      this.#release(worker);
    }
  }

  /** Kills its processes in the midst of their work, as when the machine below an environment dies. */
  async kill(): Promise<void> {
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    for (const ending of this.#endings.values()) clearTimeout(ending);
    for (const giveUp of this.#waiting.splice(0)) giveUp(undefined);
    await Promise.all([...this.#workers].map((worker) => worker.terminate()));
  }

  /** @returns undefined when the function is closed meanwhile */
  #acquire(): Promise<FunctionWorker | undefined> | FunctionWorker | undefined {
    if (this.#isClosed) return undefined;
    for (let idle = this.#idle.pop(); idle; idle = this.#idle.pop()) {
      this.#staysFor(idle);
      if (idle.isAlive) return idle;
      // It died between two invocations, because something still ran in it.
      this.#workers.delete(idle);
    }
    if (this.#workers.size < this.concurrency) return this.#start();
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  /** A worker that died, or whose code is outdated, makes room for a new one. */
  #release(worker: FunctionWorker): void {
    if (this.#outdated.has(worker)) this.#end(worker);
    if (!worker.isAlive) this.#workers.delete(worker);
    const next = this.#waiting.shift();
    if (next) next(worker.isAlive ? worker : this.#start());
    else if (worker.isAlive) this.#rest(worker);
  }

  /** Ends the worker after a while without work, so that its memory is freed. */
  #rest(worker: FunctionWorker): void {
    this.#idle.push(worker);
    const end = () => {
      this.#idle.splice(this.#idle.indexOf(worker), 1);
      this.#end(worker);
    };
    this.#endings.set(
      worker,
      setTimeout(end, this.#workerOptions.idleMillis ?? idleMillis).unref(),
    );
  }

  #end(worker: FunctionWorker): void {
    this.#staysFor(worker);
    this.#workers.delete(worker);
    void worker.terminate();
  }

  #staysFor(worker: FunctionWorker): void {
    clearTimeout(this.#endings.get(worker));
    this.#endings.delete(worker);
  }

  #start(): FunctionWorker {
    const worker = new FunctionWorker(this.definition, this.#workerOptions);
    this.#workers.add(worker);
    return worker;
  }
}
