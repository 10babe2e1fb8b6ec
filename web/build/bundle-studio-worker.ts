import { wasmWorkerPolicy } from "../../infra/edge/content-security-policy.ts";
import { bundleScript } from "./bundle-script.ts";

/**
 * The script of the studio's worker. Browsers keep it for a year with the policy of its answer, under which it then runs: where the policy
 * changes, so does the name.
 */
export function bundleStudioWorker(out: string) {
  return bundleScript("studio/studio-worker.ts", out, { servedWith: wasmWorkerPolicy() });
}
