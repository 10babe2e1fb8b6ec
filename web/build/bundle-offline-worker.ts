import { bundleScript } from "./bundle-script.ts";
import { digestOf } from "./digest.ts";

interface OfflinePage {
  /** In the names of its caches: nobody else's begins so. */
  readonly name: string;
  /** The worker's own address: no hash, because a browser asks for a worker by the same address again. */
  readonly at: string;
  /** Addresses, the page's own first. */
  readonly files: readonly string[];
  /** Large ones that are kept when they were needed once. */
  readonly later?: readonly string[];
  readonly html: string;
  /** Whether the kept page comes before the site's. */
  readonly isFirst?: boolean;
}

/** The service worker of a page that works without the network. */
export async function bundleOfflineWorker(
  out: string,
  { name, at, files, later = [], html, isFirst = false }: OfflinePage,
): Promise<void> {
  const constants = {
    OFFLINE_NAME: name,
    OFFLINE_FILES: files.join(" "),
    OFFLINE_LATER: later.join(" "),
    OFFLINE_VERSION: digestOf(html),
    OFFLINE_FIRST: isFirst ? "1" : "",
  };
  await bundleScript("offline/worker.ts", out, { constants, at });
}
