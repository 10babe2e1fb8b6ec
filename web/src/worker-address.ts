import { cardWorkerName } from "./offline/addresses.ts";

let policy: { createScriptURL(address: string): string } | undefined;

/**
 * The address that a worker may be started from, one of the build's. A policy's name is given once for a page
 * (infra/edge/content-security-policy.ts).
 */
export function workerAddress(address = ""): string {
  if (typeof trustedTypes === "undefined") return address;
  policy ??= trustedTypes.createPolicy("kartu", {
    createScriptURL: (asked) =>
      asked.startsWith("/assets/") || asked.endsWith(cardWorkerName) ? asked : "",
  });
  return policy.createScriptURL(address);
}
