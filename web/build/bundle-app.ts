/** The Preact pages: one bundle for browsers and one that renders them to HTML, per language. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build, type InlineConfig, type Plugin, type Rolldown } from "vite";
import type { Language } from "../src/addresses.ts";
import type { PageStyles } from "../src/member-pages.ts";
import type { RenderedPage } from "../src/routes.ts";
import type { ToolModels } from "./models.ts";
import { oldestBrowsers } from "./targets.ts";

const root = join(import.meta.dirname, "..");

/** What every page needs. Modules for members only, such as their APIs and images of cards, stay with their pages. */
const core = [
  // A reader of machines' files needs the first of these alone, who shows «Kode hadir» the others.
  "node_modules/(?!papaparse|qrcode|dijkstrajs)",
  "src/(lazy-page|member-pages|storage)",
  "src/components/(?!card-image|use-download|download-failure|use-reading|open-dialog)",
  "src/api/(backoff|client)",
  "src/forms/failure",
  "src/session/(device-clock|first-page|leave-for-login|remembered-nip|use-signed-in)",
  "src/captcha/image-address",
  // One file more would cost every page some 250 bytes and a request.
  "src/(app|routes|addresses|language|main)\\.",
  // Pages with a form and pages without one use it: in the forms' chunk it would bring the forms to all.
  "shared/(runtime/keyed|employee/nip)\\.",
  "src/messages/(id/|en/|)common",
];

/** Few chunks compress better and cost fewer requests; pages without forms do not carry the forms. */
const sharedChunks = [
  { name: "core", test: new RegExp(core.join("|").replaceAll("/", "[\\\\/]")) },
  {
    name: "forms",
    test: /src[\\/](forms[\\/](?!mailed-code)|captcha[\\/]do-work|messages[\\/](id[\\/]|en[\\/]|)(session|fields))/,
  },
  // A login needs the page of the code a moment later.
  {
    name: "login",
    test: /src[\\/](pages[\\/](login|code)|session[\\/](log-in|code-)|messages[\\/](id[\\/]|en[\\/]|)login)/,
  },
  // Few need these; the name of one file costs the pages less than three.
  {
    name: "login-parts",
    test: /src[\\/](session[\\/](clock-(difference|notice)|delay-text|recovery-form|signed-in-panel)|messages[\\/](id[\\/]|en[\\/]|)(clock|delay|signed-in))/,
  },
  {
    name: "reset-page",
    test: /src[\\/](pages[\\/]reset|reset[\\/](step-heading|reset-tab|check)|messages[\\/](id[\\/]|en[\\/]|)reset-page)/,
  },
  {
    name: "member",
    test: /src[\\/](session[\\/](member-bar|use-session)|copy-nip|api[\\/]member-client)/,
  },
  // Without the proof of work, which is loaded only when it is needed.
  {
    name: "captcha",
    test: /src[\\/](captcha[\\/](?!proof-of-work)|messages[\\/](id[\\/]|en[\\/]|)captcha)/,
  },
  // Rules and words of a record, and what stands beside them, each too small to be sent compressed by itself.
  {
    name: "record",
    test: /shared[\\/]employee[\\/](golongan|bkn-checks|jabatan-kind|nik|entry)\.|src[\\/]officer[\\/](move-button|way-out|step-title|focus-row)\./,
  },
  // Words of requests, on the home and on their own page. Names of fields and of states are needed without them.
  {
    name: "record-fields",
    test: /src[\\/]messages[\\/](id[\\/]|en[\\/]|)record-fields\./,
  },
  {
    name: "requests",
    test: /src[\\/]messages[\\/](id[\\/]|en[\\/]|)requests\./,
  },
  {
    name: "request-words",
    test: /src[\\/](request[\\/](place-text|kind-words|told-next)|messages[\\/](id[\\/]|en[\\/]|)(own-requests|request-kinds)\.)/,
  },
  // What several members' pages share. Small files are sent uncompressed, and together they compress better.
  {
    name: "holder",
    test: /src[\\/](card[\\/](own-change|status-badge)|components[\\/]card-image|clock-text|messages[\\/](id[\\/]|en[\\/]|)card\.)/,
  },
];

/**
 * Vite wraps every import() in code that fetches styles and modules first. Our styles are in the page and our modules are
 * announced by it, so an import is only an import: a third of a kilobyte less on every page.
 */
const plainImports: Plugin = {
  name: "plain-imports",
  enforce: "pre",
  load: (id) =>
    id === "\0vite/preload-helper.js"
      ? "export const __vitePreload = (load) => load();"
      : undefined,
};

/**
 * A module that does not arrive is requested once more under another address, because browsers and proxies remember a failed
 * import. After that the error boundary shows its text.
 */
const twice = 'function twice(a){return import(a).catch(()=>import(a+"?2"))}';
const secondTry: Plugin = {
  name: "second-try",
  generateBundle(_, bundle) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.type !== "chunk") continue;
      const { code } = chunk;
      const tried = code.replaceAll(/\bimport\((["'`])(\.\/[\w.-]+\.js)\1\)/g, 'twice("$2")');
      if (tried !== code) chunk.code = `${tried}\n${twice}`;
    }
  },
};

interface AppBundle {
  /** Address of the entry module. */
  readonly script: string;
  /** Addresses of these modules and everything they import, beyond the entry. Modules are named from src/. */
  readonly modulesOf: (modules: readonly string[]) => string[];
  /** The files that it is made from. */
  readonly sources: readonly string[];
}

interface BundleParts {
  readonly out: string;
  readonly styles: Readonly<Record<PageStyles | "studio", string>>;
  /** Addresses of the scripts that read files of people, and that make photos. */
  readonly workers: { readonly import: string; readonly studio: string };
  readonly models: ToolModels;
}

/** Bundles for browsers into `out`, under /assets/ with a hash of the content in every name. */
export async function bundleForBrowsers(
  language: Language,
  { out, ...files }: BundleParts,
): Promise<AppBundle> {
  const result = await build({
    ...shared(language, namesOf(files)),
    publicDir: language === "id" ? "public" : false,
    plugins: [plainImports, secondTry],
    build: {
      outDir: out,
      emptyOutDir: false,
      target: oldestBrowsers,
      modulePreload: false,
      rolldownOptions: {
        input: join(root, "src", "main.tsx"),
        // Texts of the other language are not fetched only because making them calls a function.
        treeshake: { moduleSideEffects: [{ test: /src[\\/]messages[\\/]/, sideEffects: false }] },
        output: { codeSplitting: { groups: sharedChunks } },
      },
    },
  });
  const chunks = chunksOf(result);
  const entry = chunks.find(({ isEntry }) => isEntry);
  if (!entry) throw new Error("The bundle has no entry module.");
  const byFile = new Map(chunks.map((chunk) => [chunk.fileName, chunk]));
  return {
    script: `/${entry.fileName}`,
    modulesOf: (modules) => {
      const own = modules.map((module) => chunkWith(chunks, module));
      const wanted = withImports([entry, ...own], byFile);
      wanted.delete(entry.fileName);
      return [...wanted].map((file) => `/${file}`);
    },
    sources: chunks.flatMap(({ moduleIds }) => moduleIds),
  };
}

/** What a page finds the addresses of other files under, in import.meta.env. */
function namesOf({ styles, workers, models }: Omit<BundleParts, "out">): Record<string, string> {
  const { person, face } = models;
  const names = [
    ...Object.entries(styles).map(([kind, address]) => [`${kind.toUpperCase()}_STYLES`, address]),
    ["IMPORT_WORKER", workers.import],
    ["STUDIO_WORKER", workers.studio],
    ["STUDIO_MODELS", { person, face }],
  ];
  return Object.fromEntries(
    names.map(([name, value]) => [`import.meta.env.${name}`, JSON.stringify(value)]),
  );
}

/** Renders every page of a language. `workDirectory` takes the bundle this needs. */
export async function renderPages(
  language: Language,
  workDirectory: string,
): Promise<RenderedPage[]> {
  const outDir = join(workDirectory, language);
  await build({
    ...shared(language),
    publicDir: false,
    ssr: { noExternal: true },
    build: {
      ssr: join(root, "src", "server.tsx"),
      outDir,
      emptyOutDir: false,
      minify: false,
      rolldownOptions: { output: { entryFileNames: "server.mjs", codeSplitting: false } },
    },
  });
  const server: { renderPages: () => Promise<RenderedPage[]> } = await import(
    pathToFileURL(join(outDir, "server.mjs")).href
  );
  return server.renderPages();
}

function shared(language: Language, define: Record<string, string> = {}): InlineConfig {
  return {
    configFile: false,
    root,
    logLevel: "warn",
    define: { ...define, "import.meta.env.LANGUAGE": JSON.stringify(language) },
    // It is set explicitly, so that the build does not depend on NODE_ENV.
    oxc: { jsx: { runtime: "automatic", importSource: "preact", development: false } },
  };
}

function chunksOf(result: Awaited<ReturnType<typeof build>>): Rolldown.OutputChunk[] {
  if (!("output" in result)) throw new Error("The bundler did not answer with one bundle.");
  return result.output.filter((file) => file.type === "chunk");
}

function isSource(id: string, module: string): boolean {
  return id.replaceAll("\\", "/").endsWith(`/src/${module}`);
}

function chunkWith(chunks: readonly Rolldown.OutputChunk[], module: string): Rolldown.OutputChunk {
  const chunk = chunks.find(({ moduleIds }) => moduleIds.some((id) => isSource(id, module)));
  if (!chunk) throw new Error(`The bundle has no module for ${module}.`);
  return chunk;
}

function withImports(
  chunks: readonly Rolldown.OutputChunk[],
  byFile: ReadonlyMap<string, Rolldown.OutputChunk>,
  found = new Set<string>(),
): Set<string> {
  for (const chunk of chunks) {
    if (found.has(chunk.fileName)) continue;
    found.add(chunk.fileName);
    withImports(
      chunk.imports.flatMap((file) => byFile.get(file) ?? []),
      byFile,
      found,
    );
  }
  return found;
}
