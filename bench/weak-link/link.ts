import type { Page } from "playwright-core";

/** Bytes a second: 400 kbit/s. */
const throughput = 50_000;

/** Makes a page's network and processor those of a cheap phone at the edge of a cell, with nothing in its cache. */
export async function weaken(page: Page): Promise<void> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.enable");
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await devtools.send("Network.emulateNetworkConditions", {
    offline: false,
    latency: 400,
    downloadThroughput: throughput,
    uploadThroughput: throughput,
  });
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: 4 });
}
