/** The workers of pages that work without the network, which lie where those are (offline/addresses.ts, scan/addresses.ts). */
const offlineWorkers = /^(\/en)?\/(kartu-luring|pindai\/[\w-]+)\.js$/;

let policy: { createScriptURL(address: string): string } | undefined;

/**
 * The address that a worker may be started from, one of the build's. A policy's name is given once for a page
 * (infra/edge/content-security-policy.ts).
 */
export function workerAddress(address = ""): string {
  if (typeof trustedTypes === "undefined") return address;
  policy ??= trustedTypes.createPolicy("kartu", {
    createScriptURL: (asked) =>
      asked.startsWith("/assets/") || offlineWorkers.test(asked) ? asked : "",
  });
  return policy.createScriptURL(address);
}
