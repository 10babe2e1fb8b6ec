import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { pathToFileURL } from "node:url";
import type { ClientOptions } from "../../local/cloud/assembly/deployer.ts";

const localhostNames = pathToFileURL(join(import.meta.dirname, "localhost-names.mjs"));

/** `kartu …` as an operator runs it: a process of its own. @returns what it printed, to either side, and its exit code */
export async function kartu(
  args: readonly string[],
  {
    cloud,
    input = "",
  }: { readonly cloud?: { readonly client: ClientOptions }; readonly input?: string } = {},
): Promise<{ readonly printed: string; readonly code: unknown }> {
  const env = { ...process.env, ...(cloud && operatorsEnvironment(cloud.client)) };
  const child = spawn(process.execPath, [join("ops", "kartu.ts"), ...args], { env });
  // It may end before it has read everything.
  child.stdin.on("error", () => undefined);
  child.stdin.end(input);
  const [stdout, stderr, [code]] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    once(child, "close"),
  ]);
  return { printed: stdout + stderr, code };
}

/** The operator's credentials, and where the embedded cloud is. */
function operatorsEnvironment({ endpoint, region, credentials }: ClientOptions): NodeJS.ProcessEnv {
  return {
    // Some services have a name of their own below the endpoint's.
    AWS_ENDPOINT_URL: endpoint.replace("127.0.0.1", "localhost"),
    // An address without a name: buckets stand in the path, as the embedded cloud has them.
    AWS_ENDPOINT_URL_S3: endpoint,
    NODE_OPTIONS: `--import=${localhostNames}`,
    AWS_REGION: region,
    AWS_ACCESS_KEY_ID: credentials.accessKeyId,
    AWS_SECRET_ACCESS_KEY: credentials.secretAccessKey,
  };
}
