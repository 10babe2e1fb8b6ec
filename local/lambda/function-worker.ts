import { type ResourceLimits, Worker } from "node:worker_threads";
import type { CloudClock } from "../kernel/clock.ts";
import { FunctionError } from "./function-error.ts";
import type { FunctionLog } from "./function-log.ts";
import type { FunctionDefinition } from "./lambda-function.ts";
import type { Invocation, Outcome, WorkerBoot } from "./worker-messages.ts";

export interface WorkerOptions {
  readonly clock: CloudClock;
  readonly log: FunctionLog;
  /** The whole environment of the function, read when a worker starts. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** Whose node_modules stand in for the layers. */
  readonly projectDirectory: string;
}

/** One execution environment of a function: a thread with its own module instances and environment. */
export class FunctionWorker {
  readonly #definition: FunctionDefinition;
  readonly #options: WorkerOptions;
  readonly #worker: Worker;
  #running:
    | { requestId: string; resolve(answer: string | undefined): void; reject(error: Error): void }
    | undefined;
  #isAlive = true;

  constructor(definition: FunctionDefinition, options: WorkerOptions) {
    this.#definition = definition;
    this.#options = options;
    this.#worker = new Worker(new URL("./worker.ts", import.meta.url), {
      env: { ...options.environment() },
      resourceLimits: limits(definition.memoryMegabytes),
      stdout: true,
      stderr: true,
      execArgv: ["--disable-warning=ExperimentalWarning"],
      workerData: {
        clockOffset: options.clock.offset,
        codeDirectory: definition.codeDirectory,
        handler: definition.handler,
        layerPackages: definition.layerPackages,
        projectDirectory: options.projectDirectory,
        functionName: definition.name,
        functionArn: definition.arn,
        memoryMegabytes: definition.memoryMegabytes,
      } satisfies WorkerBoot,
    });
    this.#worker.unref();
    this.#worker.stdout.on("data", (text: Buffer) => this.#log(text));
    this.#worker.stderr.on("data", (text: Buffer) => this.#log(text));
    this.#worker.on("message", (outcome: Outcome) => this.#finish(outcome));
    this.#worker.on("error", (error: Error) => this.#die(describeCrash(error)));
    this.#worker.on("exit", (status) => this.#die(exitError(`exit status ${status}`)));
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** @returns the handler's answer in JSON, undefined when it gave none */
  async run(event: string, requestId: string): Promise<string | undefined> {
    const { timeoutSeconds } = this.#definition;
    const startedAt = Date.now();
    const deadline = startedAt + timeoutSeconds * 1000;
    const answer = Promise.withResolvers<string | undefined>();
    this.#running = { requestId, ...answer };
    const timer = setTimeout(() => this.#timeOut(), timeoutSeconds * 1000);
    this.#worker.ref();
    this.#worker.postMessage({ requestId, event, deadline } satisfies Invocation);
    let status = "success";
    try {
      return await answer.promise;
    } catch (error) {
      status = error instanceof FunctionError ? error.errorType : "failure";
      throw error;
    } finally {
      clearTimeout(timer);
      this.#worker.unref();
      this.#options.log.report(this.#definition.name, {
        requestId,
        status,
        durationMs: Date.now() - startedAt,
      });
    }
  }

  async terminate(): Promise<void> {
    this.#die(exitError("signal: killed"));
    await this.#worker.terminate();
  }

  #finish({ requestId, answer, error }: Outcome): void {
    if (this.#running?.requestId !== requestId) return;
    const { resolve, reject } = this.#running;
    this.#running = undefined;
    if (!error) {
      resolve(answer);
      return;
    }
    const failure = new FunctionError(error.errorType, error.errorMessage, error.trace);
    this.#options.log.failure(this.#definition.name, requestId, failure);
    reject(failure);
  }

  /** Lambda throws the environment away with the invocation that took too long. */
  #timeOut(): void {
    const seconds = this.#definition.timeoutSeconds.toFixed(2);
    this.#die(new FunctionError("Sandbox.Timedout", `Task timed out after ${seconds} seconds`));
    void this.#worker.terminate();
  }

  #die(error: FunctionError): void {
    this.#isAlive = false;
    if (!this.#running) return;
    const { requestId, reject } = this.#running;
    this.#running = undefined;
    this.#options.log.failure(this.#definition.name, requestId, error);
    reject(error);
  }

  #log(text: Buffer): void {
    this.#options.log.write(this.#definition.name, text.toString(), this.#running?.requestId);
  }
}

/** The thread's JavaScript heap; what native code takes beside it is not counted. */
function limits(megabytes: number): ResourceLimits {
  return { maxOldGenerationSizeMb: megabytes };
}

function describeCrash(error: Error & { code?: string }): FunctionError {
  if (error.code === "ERR_WORKER_OUT_OF_MEMORY") return exitError("signal: killed");
  return new FunctionError(error.name, error.message, error.stack?.split("\n"));
}

function exitError(how: string): FunctionError {
  return new FunctionError("Runtime.ExitError", `Runtime exited with error: ${how}`);
}
