/** Starts the product with counters in it. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startDemoCloud } from "../../local/start/demo-cloud.ts";
import { Counter } from "./counter.ts";
import { countFlows } from "./flows.ts";

/** @param assembly the folder of the product, synthesized and built @returns what each flow costs once, in AWS's units */
export async function count(assembly: string): ReturnType<typeof countFlows> {
  const directory = mkdtempSync(join(tmpdir(), "kartu-cost-"));
  const counter = new Counter();
  const { onCall, onLogLine } = counter;
  const cloud = await startDemoCloud({
    ...{ directory, assembly, onCall, onLogLine, log: () => undefined },
  });
  try {
    return await countFlows(cloud, counter);
  } finally {
    await cloud.stop();
    rmSync(directory, { recursive: true, force: true });
  }
}
