import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { Socket } from "node:net";
import type { CloudClock } from "../kernel/clock.ts";
import { FunctionError } from "./function-error.ts";
import type { FunctionLog } from "./function-log.ts";
import type { FunctionDefinition } from "./lambda-function.ts";
import type { OrphanWatch } from "./orphan-watch.ts";
import type { Outcome, Ready, ToWorker, WorkerBoot } from "./worker-messages.ts";

export interface WorkerOptions {
  readonly clock: CloudClock;
  readonly log: FunctionLog;
  readonly orphans: OrphanWatch;
  /** The whole environment of the function, read when a worker starts. */
  readonly environment: () => Readonly<Record<string, string>>;
  /** Whose node_modules stand in for the layers. */
  readonly projectDirectory: string;
  /** How long it may wait for work before it is ended; usually two minutes. */
  readonly idleMillis?: number;
}

/**
 * One execution environment of a function: a separate process, as on Lambda. A crash or a memory leak of native code in it
 * ends with the process, and reaches neither the cloud nor another function.
 */
export class FunctionWorker {
  readonly #definition: FunctionDefinition;
  readonly #options: WorkerOptions;
  readonly #process: ChildProcess;
  readonly #stopFollowing: () => void;
  #running:
    | { requestId: string; resolve(answer: string | undefined): void; reject(error: Error): void }
    | undefined;
  #isAlive = true;
  readonly #initialised = Promise.withResolvers<void>();

  constructor(definition: FunctionDefinition, options: WorkerOptions) {
    this.#definition = definition;
    this.#options = options;
    this.#process = start(definition, options);
    options.orphans.began(this.#process.pid);
    setTimeout(this.#initialised.resolve, initMillis).unref();
    this.#keepsCloudAlive(false);
    this.#process.stdout?.on("data", (text: Buffer) => this.#log(text));
    this.#process.stderr?.on("data", (text: Buffer) => this.#log(text));
    // Output that was printed before the answer comes through another channel in the same turn, and is read first.
    this.#process.on("message", (message: Outcome | Ready) => {
      if ("ready" in message) this.#initialised.resolve();
      else setImmediate(() => this.#finish(message));
    });
    this.#process.on("error", (error) => this.#die(exitError(error.message)));
    this.#process.on("exit", (status, signal) => {
      options.orphans.ended(this.#process.pid);
      this.#isAlive = false;
      // What it said last may still be on its way through the channel, which is read to its end before it disconnects.
      const die = () => setImmediate(() => this.#die(exitError(howItEnded(status, signal))));
      if (this.#process.connected) this.#process.once("disconnect", die);
      else die();
    });
    this.#stopFollowing = options.clock.onMove((clockOffset) => this.#send({ clockOffset }));
  }

  get isAlive(): boolean {
    return this.#isAlive;
  }

  /** Its time counts from when the code is loaded. @returns the handler's answer in JSON, undefined when it gave none */
  async run(event: string, requestId: string): Promise<string | undefined> {
    const answer = Promise.withResolvers<string | undefined>();
    this.#running = { requestId, ...answer };
    this.#keepsCloudAlive(true);
    let startedAt = Date.now();
    let timer: NodeJS.Timeout | undefined;
    let status = "success";
    try {
      await Promise.race([this.#initialised.promise, answer.promise]);
      const millis = this.#definition.timeoutSeconds * 1000;
      startedAt = Date.now();
      timer = setTimeout(() => this.#timeOut(), millis);
      this.#send({ requestId, event, deadline: startedAt + millis });
      return await answer.promise;
    } catch (error) {
      status = error instanceof FunctionError ? error.errorType : "failure";
      throw error;
    } finally {
      clearTimeout(timer);
      this.#keepsCloudAlive(false);
      this.#options.log.report(this.#definition.name, {
        requestId,
        status,
        durationMs: Date.now() - startedAt,
      });
    }
  }

  /** Kills the process, as Lambda does with an environment it no longer needs. */
  async terminate(): Promise<void> {
    // The function did not fail: the cloud stops, and the event comes again.
    this.#reject(exitError("signal: killed"));
    const { exitCode, signalCode } = this.#process;
    if (exitCode !== null || signalCode !== null) return;
    this.#process.ref();
    const ended = once(this.#process, "exit");
    this.#process.kill("SIGKILL");
    await ended;
  }

  #send(message: ToWorker): void {
    // If the process ends in the meantime, its "exit" event reports it.
    if (this.#process.connected) this.#process.send(message, () => undefined);
  }

  #finish({ requestId, answer, error }: Outcome): void {
    const failure = error && new FunctionError(error.errorType, error.errorMessage, error.trace);
    if (requestId === undefined) {
      this.#die(failure ?? exitError("exit status 1"));
      return;
    }
    if (this.#running?.requestId !== requestId) return;
    const { resolve, reject } = this.#running;
    this.#running = undefined;
    if (!failure) {
      resolve(answer);
      return;
    }
    this.#options.log.failure(this.#definition.name, requestId, failure);
    reject(failure);
  }

  /** Lambda throws the environment away with the invocation that took too long. */
  #timeOut(): void {
    const seconds = this.#definition.timeoutSeconds.toFixed(2);
    this.#die(new FunctionError("Sandbox.Timedout", `Task timed out after ${seconds} seconds`));
    void this.terminate();
  }

  #die(error: FunctionError): void {
    if (this.#running)
      this.#options.log.failure(this.#definition.name, this.#running.requestId, error);
    this.#reject(error);
  }

  #reject(error: FunctionError): void {
    this.#isAlive = false;
    this.#stopFollowing();
    const running = this.#running;
    this.#running = undefined;
    running?.reject(error);
  }

  #log(text: Buffer): void {
    this.#options.log.write(this.#definition.name, text.toString(), this.#running?.requestId);
  }

  /** The cloud's process may end while workers wait, but not while one works. */
  #keepsCloudAlive(isWorking: boolean): void {
    const { stdout, stderr, channel } = this.#process;
    const pipes = [stdout, stderr].filter((pipe) => pipe instanceof Socket);
    for (const handle of [this.#process, channel, ...pipes]) {
      if (isWorking) handle?.ref();
      else handle?.unref();
    }
  }
}

/**
 * "The Init phase is limited to 10 seconds"; what a function needs beyond that counts as its invocation's (Lambda Developer Guide,
 * "Understanding the Lambda execution environment lifecycle").
 */
const initMillis = 10_000;

function start(definition: FunctionDefinition, options: WorkerOptions): ChildProcess {
  const boot: WorkerBoot = {
    clockOffset: options.clock.offset,
    codeDirectory: definition.codeDirectory,
    handler: definition.handler,
    layerPackages: definition.layerPackages,
    projectDirectory: options.projectDirectory,
    functionName: definition.name,
    functionArn: definition.arn,
    memoryMegabytes: definition.memoryMegabytes,
  };
  return fork(new URL("./worker.ts", import.meta.url), [JSON.stringify(boot)], {
    env: { ...options.environment() },
    // JavaScript's heap; what native code takes beside it is not counted.
    execArgv: [
      "--disable-warning=ExperimentalWarning",
      // Says where in the source something failed, if the code comes with a map (`npm run dev`).
      "--enable-source-maps",
      `--max-old-space-size=${definition.memoryMegabytes}`,
    ],
    stdio: ["ignore", "pipe", "pipe", "ipc"],
  });
}

/** As Lambda's own line says it. */
function howItEnded(status: number | null, signal: NodeJS.Signals | null): string {
  const names: Partial<Record<NodeJS.Signals, string>> = {
    SIGABRT: "aborted",
    SIGKILL: "killed",
    SIGSEGV: "segmentation fault",
  };
  return signal ? `signal: ${names[signal] ?? signal}` : `exit status ${status}`;
}

function exitError(how: string): FunctionError {
  return new FunctionError("Runtime.ExitError", `Runtime exited with error: ${how}`);
}
