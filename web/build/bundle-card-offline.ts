/** The page of the last card, and the service worker that shows it without the network. */
import { join } from "node:path";
import { inLanguage, type Language } from "../src/addresses.ts";
import { cardWorker, offlinePath } from "../src/offline/addresses.ts";
import { offlinePage } from "../src/offline/page.ts";
import { bundleOfflineWorker } from "./bundle-offline-worker.ts";
import { bundleScript } from "./bundle-script.ts";
import { type BuiltPage, htmlDocument } from "./document.ts";

/** @param styles the address of the stylesheet of the card's page */
export async function bundleCardOffline(
  language: Language,
  { out, styles }: { readonly out: string; readonly styles: string },
): Promise<BuiltPage> {
  const constants = { LANGUAGE: language };
  const { address: script } = await bundleScript("offline/show.ts", out, {
    isModule: true,
    constants,
  });
  const path = inLanguage(language, offlinePath);
  const html = htmlDocument({
    ...{ language, ...offlinePage(language), description: "", styles, script },
    ...{ preloads: [], indexed: false },
  });
  await bundleOfflineWorker(out, {
    ...{ name: "kartu-luring", language, at: cardWorker(language) },
    ...{ page: path, styles, script },
    others: ["/favicon.svg"],
    html,
  });
  return { file: join(path.slice(1), "index.html"), html };
}
