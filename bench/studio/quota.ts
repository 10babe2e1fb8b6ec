/** Holds processes to a part of one CPU by the kernel's quota, as a slow phone is: threads of workers, too, which a browser's own throttle does not reach. */
import { execFileSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmdirSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";

/** Where Linux has the groups that a quota is set for (control groups, version 1). */
const groups = "/sys/fs/cgroup/cpu";
const periodUs = 100_000;

/** @returns what this process has begun, and what those have: the numbers of their processes */
export function descendants(of = process.pid): readonly number[] {
  const table = execFileSync("ps", ["-eo", "pid=,ppid="], { encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/).map(Number));
  const children = (parent: number): number[] =>
    table.flatMap(([pid = 0, from]) => (from === parent ? [pid, ...children(pid)] : []));
  return children(of);
}

export interface Quota {
  readonly end: () => void;
}

/** @param share of a CPU @returns undefined where nobody may set a quota */
export function holdTo(share: number, processes: readonly number[]): Quota | undefined {
  const group = join(groups, `kartu-bench-${process.pid}`);
  try {
    mkdirSync(group);
    writeFileSync(join(group, "cpu.cfs_period_us"), String(periodUs));
    writeFileSync(join(group, "cpu.cfs_quota_us"), String(Math.round(periodUs * share)));
    for (const pid of processes) moveTo(group, pid);
  } catch {
    return undefined;
  }
  return {
    end() {
      for (const pid of processes) moveTo(groups, pid);
      rmdirSync(group);
    },
  };
}

/** All its threads. One that has ended meanwhile is not missed. */
function moveTo(group: string, pid: number): void {
  if (existsSync(`/proc/${pid}`)) writeFileSync(join(group, "cgroup.procs"), String(pid));
}

/** @returns milliseconds of CPU that all threads of these processes have used; what Linux tells */
export function cpuMsOf(processes: readonly number[]): number {
  return processes.reduce((sum, pid) => sum + threadsOf(pid).reduce((ms, each) => ms + each, 0), 0);
}

function threadsOf(pid: number): readonly number[] {
  const tasks = `/proc/${pid}/task`;
  if (!existsSync(tasks)) return [];
  return readdirSync(tasks).map((thread) => {
    try {
      const [ns = "0"] = readFileSync(join(tasks, thread, "schedstat"), "utf8").split(" ");
      return Number(ns) / 1e6;
    } catch {
      // It has ended.
      return 0;
    }
  });
}
