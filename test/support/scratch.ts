import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * What tests, and what they start, put into the folder for temporary files is gone after the run. Not before the process ends: vitest
 * tears this down while its workers still stop what they share, as the journeys' browser.
 */
export function setup(): void {
  const folder = mkdtempSync(join(tmpdir(), "kartu-tests-"));
  process.env.TMPDIR = folder;
  process.once("exit", () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 }));
}
