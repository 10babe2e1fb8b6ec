import type { Language } from "../src/addresses.ts";
import { bundleScript } from "./bundle-script.ts";
import { digestOf } from "./digest.ts";

interface OfflinePage {
  /** In the names of its caches: nobody else's begins so. */
  readonly name: string;
  readonly language: Language;
  /** The worker's own address: no hash, because a browser asks for a worker by the same address again. */
  readonly at: string;
  /** The page's own address. */
  readonly page: string;
  /** What its HTML names, of the same release. */
  readonly styles: string;
  readonly script: string;
  /** What it needs besides. */
  readonly others: readonly string[];
  /** Large ones that are kept when they were needed once. */
  readonly later?: readonly string[];
  readonly html: string;
  /** Whether the kept page comes before the site's. */
  readonly isFirst?: boolean;
}

/** The service worker of a page that works without the network. */
export async function bundleOfflineWorker(
  out: string,
  { name, language, at, page, styles, script, others, later = [], html, isFirst }: OfflinePage,
): Promise<void> {
  const constants = {
    OFFLINE_NAME: `${name}-${language}`,
    OFFLINE_PAGE: page,
    OFFLINE_OF_PAGE: [styles, script].join(" "),
    OFFLINE_FILES: [page, styles, script, ...others].join(" "),
    OFFLINE_LATER_NAME: name,
    OFFLINE_LATER: later.join(" "),
    OFFLINE_VERSION: digestOf(html),
    OFFLINE_FIRST: isFirst ? "1" : "",
  };
  await bundleScript("offline/worker.ts", out, { constants, at });
}
