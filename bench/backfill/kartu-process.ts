/** The operators' command line, as an operator runs it: a process of its own that may die at any moment. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import type { Cloud } from "../../local/cloud/cloud.ts";

const script = join(import.meta.dirname, "..", "..", "ops", "kartu.ts");

export class KartuProcess {
  readonly #child: ChildProcess;
  readonly #closed: Promise<unknown>;
  #output = "";

  /** @param outputs the file with the stacks' outputs */
  constructor(
    { client }: Cloud,
    outputs: string,
    [name, verb]: readonly [name: string, verb: string],
  ) {
    const { accessKeyId, secretAccessKey } = client.credentials;
    this.#child = spawn(process.execPath, [script, name, verb, "--outputs", outputs], {
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        ...process.env,
        AWS_ENDPOINT_URL: client.endpoint,
        AWS_REGION: client.region,
        AWS_ACCESS_KEY_ID: accessKeyId,
        AWS_SECRET_ACCESS_KEY: secretAccessKey,
      },
    });
    this.#closed = once(this.#child, "close");
    this.#child.stdout?.on("data", (chunk: Buffer) => {
      this.#output += chunk.toString();
    });
  }

  /** Without a moment to tidy up. */
  async kill(): Promise<void> {
    this.#child.kill("SIGKILL");
    await this.#closed;
  }

  /** @returns what it printed. @throws Error when it failed */
  async end(): Promise<string> {
    await this.#closed;
    if (this.#child.exitCode === 0) return this.#output;
    throw new Error(`kartu ended with ${this.#child.exitCode}.`);
  }
}
