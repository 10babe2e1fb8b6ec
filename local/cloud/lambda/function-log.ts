import { appendFile, mkdir } from "node:fs/promises";
import { join } from "node:path";
import type { Clock } from "../kernel/clock.ts";
import type { FunctionError } from "./function-error.ts";

/** One line that a function (or the platform about it) logged. */
export interface LogLine {
  readonly functionName: string;
  /** JSON, as CloudWatch would hold it. */
  readonly text: string;
}

/** Lines kept in memory, for tests that look through them. */
const memory = 20_000;

/** CloudWatch's stand-in: one file per function, and the latest lines in memory. */
export class FunctionLog {
  readonly #directory: string;
  readonly #clock: Clock;
  readonly #lines: LogLine[] = [];
  readonly #unwritten = new Map<string, string>();
  #writing: Promise<void> | undefined;

  readonly #onLine: (line: LogLine) => void;

  /** @param onLine gets every line when it comes */
  constructor(directory: string, clock: Clock, onLine: (line: LogLine) => void = () => undefined) {
    this.#directory = directory;
    this.#clock = clock;
    this.#onLine = onLine;
  }

  lines(): readonly LogLine[] {
    return this.#lines;
  }

  /** What a function printed. Lines that are not JSON are wrapped, as Lambda's JSON log format does. */
  write(functionName: string, printed: string, requestId: string | undefined): void {
    for (const line of printed.split("\n")) {
      if (line.trim() === "") continue;
      this.#add(
        functionName,
        line.startsWith("{")
          ? line
          : JSON.stringify({ timestamp: this.#clock.now(), requestId, message: line }),
      );
    }
  }

  /** The platform's line about an invocation that failed. */
  failure(functionName: string, requestId: string, error: FunctionError): void {
    const { errorType, message: errorMessage, trace: stackTrace } = error;
    this.#add(
      functionName,
      JSON.stringify({
        timestamp: this.#clock.now(),
        level: "ERROR",
        requestId,
        message: { errorType, errorMessage, stackTrace },
      }),
    );
  }

  /** The platform's line at the end of every invocation. */
  report(
    functionName: string,
    { requestId, status, durationMs }: { requestId: string; status: string; durationMs: number },
  ): void {
    this.#add(
      functionName,
      JSON.stringify({
        time: this.#clock.now(),
        type: "platform.report",
        record: { requestId, status, metrics: { durationMs } },
      }),
    );
  }

  async close(): Promise<void> {
    await this.#writing;
  }

  #add(functionName: string, text: string): void {
    const line = { functionName, text };
    this.#lines.push(line);
    this.#onLine(line);
    if (this.#lines.length > memory) this.#lines.splice(0, memory / 10);
    this.#unwritten.set(functionName, `${this.#unwritten.get(functionName) ?? ""}${text}\n`);
    this.#writing ??= this.#writeFiles().finally(() => {
      this.#writing = undefined;
    });
  }

  async #writeFiles(): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    while (this.#unwritten.size > 0) {
      const files = [...this.#unwritten];
      this.#unwritten.clear();
      for (const [name, text] of files) {
        await appendFile(join(this.#directory, `${name}.log`), text);
      }
    }
  }
}
