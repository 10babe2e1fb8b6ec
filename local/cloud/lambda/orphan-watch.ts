import { type ChildProcess, fork } from "node:child_process";

/** A function's process began, or ended. */
export interface WatchedProcess {
  readonly pid: number;
  readonly isRunning: boolean;
}

/**
 * Ends the functions' processes when the cloud's own was killed. Each ends by itself when its channel closes, but one in an
 * endless loop never gets to hear of it: a process beside the cloud knows their numbers and hears of it too.
 */
export class OrphanWatch {
  #watcher: ChildProcess | undefined;

  began(pid: number | undefined): void {
    if (pid === undefined) return;
    this.#watcher ??= start();
    this.#send({ pid, isRunning: true });
  }

  ended(pid: number | undefined): void {
    if (pid !== undefined) this.#send({ pid, isRunning: false });
  }

  /** To be called when all have ended. */
  close(): void {
    this.#watcher?.disconnect();
    this.#watcher = undefined;
  }

  #send(message: WatchedProcess): void {
    if (this.#watcher?.connected) this.#watcher.send(message, () => undefined);
  }
}

function start(): ChildProcess {
  const watcher = fork(new URL("./orphan-watcher.ts", import.meta.url), {
    execArgv: ["--disable-warning=ExperimentalWarning"],
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  // It keeps the cloud's process from ending as little as it keeps anything else.
  watcher.unref();
  watcher.channel?.unref();
  return watcher;
}
