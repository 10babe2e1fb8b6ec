import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findFreePort } from "../../../local/start/free-ports.ts";
import type { DemoProcessReport } from "./demo-process.ts";
import { productOfAll } from "./product.ts";

const program = join(import.meta.dirname, "demo-process.ts");

/** A demo cloud that can be killed at any moment and started again on what it left. */
export class MortalCloud {
  readonly siteUrl: string;
  readonly #place: { readonly directory: string; readonly assembly: string; readonly port: number };
  #process: ChildProcess | undefined;
  #report: DemoProcessReport | undefined;

  private constructor(place: { directory: string; assembly: string; port: number }) {
    this.#place = place;
    this.siteUrl = `http://localhost:${place.port}`;
  }

  static async start(): Promise<MortalCloud> {
    const directory = mkdtempSync(join(tmpdir(), "kartu-mortal-"));
    const assembly = await productOfAll();
    const cloud = new MortalCloud({ directory, assembly, port: await findFreePort() });
    await cloud.#begin();
    return cloud;
  }

  /** What the process of now has told. */
  get report(): DemoProcessReport {
    if (!this.#report) throw new Error("The cloud is not up.");
    return this.#report;
  }

  /** Kills it without a signal handler, as when the power fails. */
  async killAndRestart(): Promise<void> {
    await this.#kill();
    await this.#begin();
  }

  async remove(): Promise<void> {
    await this.#kill();
    rmSync(this.#place.directory, { recursive: true, force: true });
  }

  async #begin(): Promise<void> {
    const { directory, assembly, port } = this.#place;
    const child = fork(program, [join(directory, "cloud"), assembly, String(port)], {
      execArgv: [],
    });
    this.#process = child;
    const died = once(child, "exit").then(() => Promise.reject(new Error("The cloud died.")));
    const [report] = await Promise.race([once(child, "message"), died]);
    // Later it is killed on purpose.
    died.catch(() => undefined);
    this.#report = report as DemoProcessReport;
  }

  async #kill(): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const gone = once(child, "exit");
    child.kill("SIGKILL");
    await gone;
  }
}
