import { closeSync, mkdirSync, openSync, rmSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";

/** The folder for state cannot be used; the message says why in one sentence. */
export class UnusableHome extends Error {}

/**
 * Makes the folder for state and writes into it, before anything is built for nothing. For a folder on a read-only disk Node
 * says ENOENT, which would help nobody.
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
 * Locks a folder's state against a second start while this process lives. It is a lock of the system, so nothing stays
 * behind after a kill.
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

/** It keeps the lock's object from being garbage-collected, which would release the lock. */
const held: DatabaseSync[] = [];
