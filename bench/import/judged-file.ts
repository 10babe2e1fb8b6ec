/** A file judged in a process of its own: its peak memory is nobody else's. */
import { fork } from "node:child_process";
import { once } from "node:events";
import { openAsBlob } from "node:fs";
import { fileURLToPath } from "node:url";
import { judgeFile } from "#shared/import/judge-file.ts";
import { timed } from "../measure.ts";

export interface MeasuredFile {
  readonly rows: number;
  readonly people: number;
  readonly cpuMs: number;
  readonly wallMs: number;
  /** Of the process at its largest, over what it had with the file in memory. */
  readonly peakMb: number;
}

/** @throws Error when the process ends before it has judged */
export async function judgeInProcess(file: string): Promise<MeasuredFile> {
  const child = fork(fileURLToPath(import.meta.url), [file]);
  const stopped = once(child, "exit").then(([code]) => {
    throw new Error(`The process that judges ${file} has stopped (${code}).`);
  });
  const [measured] = await Promise.race([once(child, "message"), stopped]);
  return measured;
}

async function judge(file: string): Promise<MeasuredFile> {
  const blob = await openAsBlob(file);
  const before = process.memoryUsage.rss();
  let [rows, people] = [0, 0];
  const sample = await timed(async () => {
    const judged = await judgeFile(blob, { year: 2026 });
    rows = judged.rows;
    for await (const page of judged.pages()) people += page.people.length;
  });
  const peakMb = process.resourceUsage().maxRSS / 1024 - before / 2 ** 20;
  return { rows, people, ...sample, peakMb };
}

if (import.meta.main) process.send?.(await judge(process.argv[2] ?? ""), () => process.exit());
