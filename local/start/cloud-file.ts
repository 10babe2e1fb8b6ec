/** Where the running product can be found by a program on this machine: `kartu impor` reads it (ops/embedded-cloud.ts). */
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Cloud } from "../cloud/cloud.ts";

const names = { cloud: "embedded-cloud.json", outputs: "embedded-outputs.json" };

/** @param home the folder for state and for what is built */
export function writeCloudFile(
  home: string,
  { client, outputs }: Pick<Cloud, "client" | "outputs">,
): void {
  const { endpoint, region, credentials } = client;
  writeFileSync(join(home, names.outputs), JSON.stringify(outputs));
  // The credentials open this embedded cloud alone; other users of the machine get nothing all the same.
  const mode = 0o600;
  writeFileSync(join(home, names.cloud), JSON.stringify({ endpoint, region, credentials }), {
    mode,
  });
}

/** After it nobody looks for a cloud that has stopped. */
export function removeCloudFile(home: string): void {
  for (const name of Object.values(names)) rmSync(join(home, name), { force: true });
}
