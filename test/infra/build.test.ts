import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { carriedFiles } from "../../infra/carried-files.ts";

/** @returns the functions' bundles, made in one build as those of the product are */
async function bundle(folder: string, ...names: string[]): Promise<string[]> {
  const outdir = join(folder, "out");
  await build({
    entryPoints: Object.fromEntries(
      names.map((name) => [`${name}/index`, join(folder, name, "index.ts")]),
    ),
    outdir,
    outExtension: { ".js": ".cjs" },
    bundle: true,
    platform: "node",
    format: "cjs",
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [carriedFiles()],
  });
  return names.map((name) => join(outdir, name, "index.cjs"));
}

/** A function that reads a file beside its module, and one that does not. */
function sources(): string {
  const folder = mkdtempSync(join(tmpdir(), "kartu-bundle-"));
  mkdirSync(join(folder, "reader", "fonts"), { recursive: true });
  mkdirSync(join(folder, "other"));
  writeFileSync(join(folder, "reader", "fonts", "font.txt"), "a font");
  writeFileSync(
    join(folder, "reader", "index.ts"),
    `import { readFileSync } from "node:fs";
export const font = readFileSync(new URL("./fonts/font.txt", import.meta.url), "utf8");`,
  );
  writeFileSync(join(folder, "other", "index.ts"), "export const font = undefined;");
  return folder;
}

test("a bundle finds the file that lay beside its module", async () => {
  const folder = sources();
  const [reader = ""] = await bundle(folder, "reader", "other");
  expect(createRequire(import.meta.url)(reader)).toMatchObject({ font: "a font" });
  expect(readdirSync(join(folder, "out", "reader", "files"))).toEqual([
    expect.stringMatching(/^[0-9a-f]{12}-font\.txt$/),
  ]);
});

test("a bundle carries no file of another one", async () => {
  const folder = sources();
  await bundle(folder, "reader", "other");
  expect(readdirSync(join(folder, "out", "other"))).toEqual(["index.cjs"]);
});

test("a bundle carries only those bytes of a file that its module names", async () => {
  const folder = sources();
  writeFileSync(
    join(folder, "other", "index.ts"),
    `import { readFileSync } from "node:fs";
export const part = readFileSync(new URL("../reader/fonts/font.txt?bytes=2-6", import.meta.url), "utf8");`,
  );
  const [other = ""] = await bundle(folder, "other");
  expect(createRequire(import.meta.url)(other)).toMatchObject({ part: "font" });
});

test("a bundle carries a module for a thread as a bundle of its own", async () => {
  const folder = sources();
  writeFileSync(join(folder, "other", "word.ts"), 'export const word: string = "said";');
  writeFileSync(
    join(folder, "other", "thread.ts"),
    `import { parentPort } from "node:worker_threads";
import { word } from "./word.ts";
parentPort?.postMessage(word);`,
  );
  writeFileSync(
    join(folder, "other", "index.ts"),
    `import { once } from "node:events";
import { Worker } from "node:worker_threads";
export const heard = once(new Worker(new URL("./thread.ts", import.meta.url)), "message");`,
  );
  const [other = ""] = await bundle(folder, "other");
  const { heard } = createRequire(import.meta.url)(other);

  expect(await heard).toEqual(["said"]);
  expect(readdirSync(join(folder, "out", "other", "files"))).toEqual([
    expect.stringMatching(/^[0-9a-f]{12}-thread\.mjs$/),
  ]);
});
