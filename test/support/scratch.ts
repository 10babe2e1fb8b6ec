import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

const prefix = "kartu-tests-";

/**
 * What tests, and what they start, put into the folder for temporary files is gone after the run. Not before the process ends: vitest
 * tears this down while its workers still stop what they share, as the journeys' browser.
 */
export function setup(): void {
  // A project's own set-up comes before the root's, and calls this one.
  if (process.env.TMPDIR?.includes(prefix)) return;
  const folder = mkdtempSync(join(tmpdir(), prefix));
  process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}
