/** Runs as a process of its own beside the cloud: when that one is gone, it kills the functions' processes that are left. */
import type { WatchedProcess } from "./orphan-watch.ts";

const running = new Set<number>();

process.on("message", ({ pid, isRunning }: WatchedProcess) => {
  if (isRunning) running.add(pid);
  else running.delete(pid);
});
process.on("disconnect", () => {
  for (const pid of running) kill(pid);
  process.exit();
});
// A terminal sends Ctrl+C to every process of its group: the cloud stops in good order, and this one goes with it.
for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => undefined);

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch {
    // It has ended by itself.
  }
}
