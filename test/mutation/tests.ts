/** The tests of one project, run in a process that stays: starting vitest anew for each change would take most of the time. */
import { type ChildProcess, fork } from "node:child_process";
import { join, relative, resolve } from "node:path";
import * as z from "zod";

const failure = z.object({ test: z.string(), message: z.string() });
export type Failure = z.infer<typeof failure>;
const answer = z.object({ failure: failure.optional() });

export class Tests {
  readonly #project: string;
  /** The repository's copy. */
  readonly folder: string;
  #process: ChildProcess | undefined;
  #changed = new Set<string>();
  #hear: (message: unknown) => void = () => undefined;

  constructor(project: string, folder: string) {
    this.#project = project;
    this.folder = folder;
  }

  /** @returns all test files, from the root of the repository */
  async files(): Promise<string[]> {
    this.stop();
    const files = z.array(z.string()).parse(await this.#start());
    return files.map((file) => relative(this.folder, file));
  }

  /** To be called whenever a file of the copy was written. @param file from its root */
  hasChanged(file: string): void {
    this.#changed.add(join(this.folder, file));
  }

  /**
   * Stops at the first failure.
   * @param limit in ms: a change that makes a test wait for ever is noticed
   */
  async run(files: readonly string[], limit: number): Promise<Failure | undefined> {
    if (files.length === 0) return undefined;
    if (!this.#process) await this.#start();
    const child = this.#process;
    if (!child) throw new Error("The tests' process did not start.");
    child.send({
      files: files.map((file) => join(this.folder, file)),
      changed: [...this.#changed],
    });
    this.#changed.clear();
    const timer = setTimeout(() => {
      this.stop();
      this.#hear(failed(`Timed out: no end within ${limit} ms`));
    }, limit);
    try {
      return answer.parse(await this.#message()).failure;
    } finally {
      clearTimeout(timer);
    }
  }

  async #start(): Promise<unknown> {
    // A group of its own: vitest's workers are ended with it, even one that is in an endless loop.
    const child = fork(resolve("test/mutation/test-process.ts"), [this.#project], {
      cwd: this.folder,
      detached: true,
      stdio: "ignore",
    });
    this.#process = child;
    this.#changed.clear();
    child.on("message", (message) => this.#hear(message));
    child.once("exit", () => {
      if (this.#process !== child) return;
      this.#process = undefined;
      this.#hear(failed("Vitest ended."));
    });
    return this.#message();
  }

  /** The next of the process. */
  #message(): Promise<unknown> {
    return new Promise((hear) => {
      this.#hear = hear;
    });
  }

  stop(): void {
    const pid = this.#process?.pid;
    this.#process = undefined;
    if (pid) process.kill(-pid, "SIGKILL");
  }
}

function failed(message: string): z.infer<typeof answer> {
  return { failure: { test: "", message } };
}
