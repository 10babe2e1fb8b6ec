import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";
import { type Cloud, type CloudOptions, startCloud } from "../../cloud.ts";

/** A cloud that stops, and whose files go, when the test is over. What it reports is in `reports`. */
export async function runningCloud(
  assembly: string,
  options: Partial<CloudOptions> = {},
): Promise<Cloud & { directory: string; reports: string[] }> {
  const directory = options.directory ?? mkdtempSync(join(tmpdir(), "kartu-cloud-"));
  const reports: string[] = [];
  const cloud = await startCloud({
    directory,
    assembly,
    log: (line) => reports.push(line),
    ...options,
  });
  onTestFinished(async () => {
    await cloud.stop();
    rmSync(directory, { recursive: true, force: true });
  });
  return { ...cloud, directory, reports };
}
