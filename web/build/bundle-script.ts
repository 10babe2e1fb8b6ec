import { basename, join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type Plugin } from "esbuild";
import { digestOf } from "./digest.ts";
import { oldestBrowsers } from "./targets.ts";

interface BuiltScript {
  readonly address: string;
  /** The files that it is made from. */
  readonly sources: readonly string[];
}

interface Bundling {
  /** Whether a page loads it as a module; Firefox before 114 runs none in a worker. */
  readonly isModule?: boolean;
  /** Texts by their names in `import.meta.env`. */
  readonly constants?: Readonly<Record<string, string>>;
  /** A header that caches keep with the file as long as the file itself: another one gives the file another name. */
  readonly servedWith?: string;
  /** Where its address begins; all others lie together. */
  readonly folder?: string;
  /** Its address where it has to have one of its own, as a service worker: without the hash of what is in it. */
  readonly at?: string;
}

/**
 * A script beside the pages' modules: what asks for the card before the modules have arrived, the pages that check a card, and the
 * workers that read files of people and make photos. It is a file, because the Content-Security-Policy allows our scripts only by their address, so
 * that a page of any release may run its script (docs/decisions/0015-first-view.md).
 *
 * @param source from web/src/
 */
export async function bundleScript(
  source: string,
  out: string,
  { isModule = false, constants = {}, servedWith, folder = "/assets/", at }: Bundling = {},
): Promise<BuiltScript> {
  const { metafile } = await build({
    entryPoints: [join(import.meta.dirname, "..", "src", source)],
    bundle: true,
    minify: true,
    format: isModule ? "esm" : "iife",
    target: oldestBrowsers,
    define: {
      ...Object.fromEntries(
        Object.entries(constants).map(([name, text]) => [
          `import.meta.env.${name}`,
          JSON.stringify(text),
        ]),
      ),
    },
    // What reads codes asks where it lies, which no script knows that is no module; it is told what to load.
    logOverride: { "empty-import-meta": "silent" },
    // What is fetched by its address only.
    external: ["/assets/*"],
    plugins: [assembledKernels, oneLanguage],
    // The name's hash is one of all that the file holds.
    ...(servedWith && { banner: { js: `/*${digestOf(servedWith)}*/` } }),
    ...(at === undefined
      ? { entryNames: "[name]-[hash]", outdir: join(out, folder) }
      : { outfile: join(out, at) }),
    metafile: true,
  });
  const [file] = Object.keys(metafile.outputs);
  if (!file) throw new Error(`No script came out of ${source}.`);
  return { address: at ?? `${folder}${basename(file)}`, sources: Object.keys(metafile.inputs) };
}

/** Texts do nothing but stand there: those of the language that a script is not in are left out, whatever they are put together from. */
const oneLanguage: Plugin = {
  name: "one-language",
  setup({ onResolve }) {
    onResolve({ filter: /^\.\/(id|en)\// }, ({ path, resolveDir }) =>
      resolveDir.endsWith("/messages")
        ? { path: join(resolveDir, path), sideEffects: false }
        : undefined,
    );
  },
};

/**
 * Kernels are text to assemble (`shared/vision/wasm-text.ts`). Assembled here they are smaller, and nobody's phone has to do it. Whoever changes
 * them while `npm run dev` runs begins it anew: each file is read once.
 */
const assembledKernels: Plugin = {
  name: "assembled-kernels",
  setup({ onLoad }) {
    onLoad({ filter: /shared.+-wasm\.ts$/ }, async ({ path }) => {
      const { code }: { code(): Uint8Array } = await import(pathToFileURL(path).href);
      const text = Buffer.from(code()).toString("base64");
      return {
        contents: `export const code = () => Uint8Array.from(atob("${text}"), (c) => c.charCodeAt(0));`,
      };
    });
  },
};
