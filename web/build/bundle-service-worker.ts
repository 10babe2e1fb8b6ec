import { createHash } from "node:crypto";
import { join } from "node:path";
import { build } from "esbuild";
import { oldestBrowsers } from "./targets.ts";

/** A page that opens without a network. All addresses but its own have a hash of the content in their name. */
interface OfflinePage {
  /** Its address, "/pindai/": the service worker is `sw.js` there, and nothing outside is its business. */
  readonly page: string;
  readonly html: string;
  /** What the page needs. From its first visit on all of it is on the device. */
  readonly files: readonly string[];
  /** What is large and that not everybody needs: kept once it was asked for. */
  readonly later?: readonly string[];
}

/** What the service worker knows of its page. */
export interface KeptPage extends Required<Omit<OfflinePage, "html">> {
  /** Another one with each change of the page or a file. */
  readonly version: string;
  /** The files that stand in the page's HTML: one without them is another release's. */
  readonly named: readonly string[];
}

/**
 * The service worker of a page, `web/src/offline/service-worker.ts`. Its name has no hash, because browsers look there for a newer one;
 * each time, because the site's files outside assets/ are sent with `no-cache`.
 */
export async function bundleServiceWorker(
  { page, html, files, later = [] }: OfflinePage,
  out: string,
): Promise<void> {
  const named = files.filter((file) => html.includes(file));
  const digest = createHash("sha256")
    .update(JSON.stringify([html, files, later]))
    .digest("hex");
  const kept: KeptPage = { page, version: digest.slice(0, 8), named, files, later };
  await build({
    entryPoints: [join(import.meta.dirname, "..", "src", "offline", "service-worker.ts")],
    bundle: true,
    minify: true,
    format: "iife",
    target: oldestBrowsers,
    define: { "import.meta.env.KEPT_PAGE": JSON.stringify(kept) },
    outfile: join(out, page, "sw.js"),
  });
}
