import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import type { ServicesUnderTest } from "../../../local/cloud/test/one-service.ts";

/** `kartu …` as an operator runs it: a process of its own. @returns what it printed, to either side */
export async function kartu(
  args: readonly string[],
  {
    cloud,
    input = "",
  }: { readonly cloud?: Pick<ServicesUnderTest, "client">; readonly input?: string } = {},
): Promise<string> {
  const env = { ...process.env, ...(cloud && operatorsEnvironment(cloud.client)) };
  const child = spawn(process.execPath, [join("ops", "kartu.ts"), ...args], { env });
  child.stdin.end(input);
  const [stdout, stderr] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return stdout + stderr;
}

/** The operator's credentials, and where the embedded cloud is. */
function operatorsEnvironment({
  endpoint,
  region,
  credentials,
}: ServicesUnderTest["client"]): NodeJS.ProcessEnv {
  return {
    AWS_ENDPOINT_URL: endpoint,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}
