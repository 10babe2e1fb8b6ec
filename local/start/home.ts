import { closeSync, mkdirSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The folder for state cannot be used; the message says why in one sentence. */
export class UnusableHome extends Error {}

/**
 * Makes the folder where everything is kept, and tries it, before anything is built for nothing. Node says ENOENT of a folder that
 * cannot be made on a read-only disk, which would help nobody.
 * @throws UnusableHome; the system's ENOSPC
 */
export function demandWritable(home: string): void {
  const probe = join(home, `.probe-${process.pid}`);
  try {
    mkdirSync(home, { recursive: true });
    closeSync(openSync(probe, "w"));
    rmSync(probe, { force: true });
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOSPC") throw error;
    throw new UnusableHome(
      `The folder ${home} cannot be written to: choose another with npm start -- --home FOLDER.`,
    );
  }
}

/** SQLITE_BUSY: another process holds it. */
const busy = 5;

/**
 * Keeps a second start out of a folder's state for as long as this process lives: the lock is the system's, so that nothing
 * stale stays behind after a kill.
 * @throws UnusableHome when another start has the folder
 */
export function lockState(home: string): void {
  const lock = new DatabaseSync(join(home, "lock"));
  try {
    lock.exec("PRAGMA busy_timeout = 0; PRAGMA locking_mode = EXCLUSIVE; BEGIN EXCLUSIVE");
  } catch (error) {
    const isBusy = error instanceof Error && "errcode" in error && error.errcode === busy;
    if (!isBusy) throw error;
    throw new UnusableHome(
      `The product is running in ${home} already: stop it first, or start this one with --home FOLDER and another --port.`,
    );
  }
  held.push(lock);
}

/** Not to be collected, which would let it go. */
const held: DatabaseSync[] = [];
