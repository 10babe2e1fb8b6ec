/** `npm run dev` after set-up, in a copy of the sources that a test may change. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { findFreePort } from "../../local/start/free-ports.ts";

const sources = ["functions", "infra", "local", "scripts", "shared", "web"];
const files = ["cdk.json", "package.json", "package-lock.json", "tsconfig.json"];

export class DevCheckout {
  readonly #folder: string;
  readonly #process: ChildProcess;
  readonly siteUrl: string;
  readonly consoleUrl: string;
  /** What it has printed so far, of both kinds. */
  output = "";

  private constructor(folder: string, port: number) {
    this.#folder = folder;
    this.siteUrl = `http://localhost:${port}`;
    this.consoleUrl = `http://localhost:${port + 1}`;
    this.#process = spawn(
      process.execPath,
      [join("local", "start.ts"), "--watch", "--port", String(port)],
      { cwd: folder, stdio: ["ignore", "pipe", "pipe"] },
    );
    for (const stream of [this.#process.stdout, this.#process.stderr])
      stream?.on("data", (text) => {
        this.output += text;
      });
  }

  /** @returns when it has told where the site is. @throws Error with what it said when it ends before */
  static async start(): Promise<DevCheckout> {
    const folder = mkdtempSync(join(tmpdir(), "kartu-dev-"));
    for (const each of [...sources, ...files])
      cpSync(each, join(folder, each), { recursive: true, verbatimSymlinks: true });
    symlinkSync(join(process.cwd(), "node_modules"), join(folder, "node_modules"));
    const checkout = new DevCheckout(folder, await findFreePort());
    await checkout.prints("Kotak surat");
    return checkout;
  }

  /** Saves a file with something else in place of a text. @throws Error when the text is not in it */
  replace(file: string, text: string, by: string): void {
    const path = join(this.#folder, file);
    const before = readFileSync(path, "utf8");
    if (!before.includes(text)) throw new Error(`${file} does not say ${text}.`);
    writeFileSync(
      path,
      before.replace(text, () => by),
    );
  }

  says(file: string, text: string): boolean {
    return readFileSync(join(this.#folder, file), "utf8").includes(text);
  }

  /** Saves a file with something more at its end. @returns the number of the line it is on */
  append(file: string, line: string): number {
    const path = join(this.#folder, file);
    const before = readFileSync(path, "utf8");
    writeFileSync(path, `${before}${line}\n`);
    return before.split("\n").length;
  }

  /** Resolves when it has printed a text after what was printed at `since`. @returns what it printed after that */
  async prints(text: string | RegExp, since = 0): Promise<string> {
    for (;;) {
      const printed = this.output.slice(since);
      if (typeof text === "string" ? printed.includes(text) : text.test(printed)) return printed;
      const { exitCode, signalCode } = this.#process;
      if (exitCode !== null || signalCode !== null) throw new Error(`It ended: ${this.output}`);
      await sleep(10);
    }
  }

  async stop(): Promise<void> {
    if (this.#process.exitCode === null && this.#process.signalCode === null) {
      this.#process.kill("SIGTERM");
      await once(this.#process, "close");
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}
