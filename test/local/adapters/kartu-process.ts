import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { ServicesUnderTest } from "../../../local/cloud/test/one-service.ts";

/** `kartu …` as an operator runs it: a process of its own with the operator's credentials. @returns what it printed, to either side */
export async function kartu(
  { client: { endpoint, region, credentials } }: Pick<ServicesUnderTest, "client">,
  args: readonly string[],
  { input = "" }: { readonly input?: string } = {},
): Promise<string> {
  const env = {
    ...process.env,
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
  const child = spawn(process.execPath, [join("ops", "kartu.ts"), ...args], { env });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return stdout + stderr;
}
