import { mkdirSync, mkdtempSync, readdirSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { expect, test } from "vitest";
import { carriedFiles } from "../../infra/carried-files.ts";

async function bundle(folder: string, name: string): Promise<string> {
  const outfile = join(folder, "out", name, "index.cjs");
  await build({
    entryPoints: [join(folder, name, "index.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    define: { "import.meta.url": "moduleUrl" },
    banner: { js: 'const moduleUrl = require("node:url").pathToFileURL(__filename).href;' },
    plugins: [carriedFiles()],
  });
  return outfile;
}

test("a bundle finds the file that lay beside its module", async () => {
  const folder = mkdtempSync(join(tmpdir(), "kartu-bundle-"));
  mkdirSync(join(folder, "reader", "fonts"), { recursive: true });
  writeFileSync(join(folder, "reader", "fonts", "font.txt"), "a font");
  writeFileSync(
    join(folder, "reader", "index.ts"),
    `import { readFileSync } from "node:fs";
export const font = readFileSync(new URL("./fonts/font.txt", import.meta.url), "utf8");`,
  );

  const outfile = await bundle(folder, "reader");

  expect(createRequire(import.meta.url)(outfile)).toMatchObject({ font: "a font" });
  expect(readdirSync(join(folder, "out", "reader", "files"))).toEqual([
    expect.stringMatching(/^[0-9a-f]{12}-font\.txt$/),
  ]);
});
