/** The page that scans cards and checks them without the network: HTML, modules, the worker that reads codes, manifest, service worker. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { wasmWorkerPolicy } from "../../infra/edge/content-security-policy.ts";
import { inLanguage, type Language } from "../src/addresses.ts";
import { manifestPath, scanCache, scanPath, scanWorker } from "../src/scan/addresses.ts";
import { scanPage } from "../src/scan/page.ts";
import { bundleOfflineWorker } from "./bundle-offline-worker.ts";
import { bundleScript } from "./bundle-script.ts";
import { digestOf } from "./digest.ts";
import { type BuiltPage, htmlDocument, themeColour } from "./document.ts";
import { bundleStyles } from "./styles.ts";

interface BuiltScan extends BuiltPage {
  readonly sources: readonly string[];
  /** Address of the worker that reads codes. */
  readonly qrWorker: string;
}

/** What every language has: what reads codes where the browser cannot. */
export interface ScanParts {
  readonly wasm: string;
  readonly sources: readonly string[];
}

const reader = createRequire(import.meta.url).resolve("zxing-wasm/reader/zxing_reader.wasm");

export async function bundleScanParts(out: string): Promise<ScanParts> {
  const bytes = await readFile(reader);
  const wasm = `/assets/zxing-reader-${digestOf(bytes)}.wasm`;
  await mkdir(join(out, "assets"), { recursive: true });
  await writeFile(join(out, wasm), bytes);
  return { wasm, sources: [reader] };
}

/** Long: each part names the ones before it. */
export async function bundleScanPage(
  language: Language,
  { out, parts }: { readonly out: string; readonly parts: ScanParts },
): Promise<BuiltScan> {
  const constants = { LANGUAGE: language };
  const [styles, answers] = await Promise.all([
    bundleStyles("src/verify/verify.css", out),
    bundleScript("scan/answers.ts", out, { isModule: true, constants }),
  ]);
  const worker = await bundleQrWorker(language, { out, parts });
  const script = await bundleScript("scan/scan.ts", out, {
    isModule: true,
    constants: { ...constants, ANSWER_MODULE: answers.address, QR_WORKER: worker.address },
  });
  const path = inLanguage(language, scanPath);
  const { appName, ...page } = scanPage(language);
  const manifest = manifestPath(language);
  const html = htmlDocument({
    ...{ language, ...page, styles, script: script.address, preloads: [] },
    ...{ indexed: true, manifest },
  });
  await mkdir(join(out, dirname(manifest)), { recursive: true });
  await writeFile(join(out, manifest), JSON.stringify(manifestOf(language, { appName, ...page })));
  await bundleOfflineWorker(out, {
    ...{ name: scanCache, language, at: scanWorker(language) },
    ...{ page: path, styles, script: script.address },
    others: [answers.address, worker.address, "/favicon.svg"],
    later: [parts.wasm],
    html,
    isFirst: true,
  });
  const sources = [...script.sources, ...answers.sources, ...worker.sources];
  return { file: join(path.slice(1), "index.html"), html, sources, qrWorker: worker.address };
}

/**
 * A worker's script is asked of the service worker of its own address and not of its page's (Service Workers, W3C, «Handle Fetch»: a
 * non-subresource request), so it lies below the page.
 */
function bundleQrWorker(
  language: Language,
  { out, parts }: { readonly out: string; readonly parts: ScanParts },
) {
  return bundleScript("scan/qr-worker.ts", out, {
    constants: { READER_WASM: parts.wasm },
    servedWith: wasmWorkerPolicy(),
    folder: inLanguage(language, scanPath),
  });
}

/** Web Application Manifest (W3C). Its id is its address: another language is another application. */
function manifestOf(
  language: Language,
  { appName, title, description }: Record<"appName" | "title" | "description", string>,
): object {
  const start = inLanguage(language, scanPath);
  const icons = [192, 512].map((side) => ({
    src: `/ikon-${side}.png`,
    sizes: `${side}x${side}`,
    type: "image/png",
  }));
  return {
    ...{ id: start, start_url: start, scope: start, display: "standalone", lang: language },
    ...{ name: appName, short_name: title, description, icons },
    ...{ theme_color: themeColour, background_color: "#ffffff" },
  };
}
