import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { buildFunctions } from "../../infra/build.ts";

test("a function asks for native modules only if a layer brings them", async () => {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-functions-"));
  const names = await buildFunctions(outdir);
  const asked = names.flatMap((name) => {
    const bundle = readFileSync(join(outdir, name, "index.cjs"), "utf8");
    const modules = [...bundle.matchAll(/require\("(sharp|@napi-rs\/[^"]+)"\)/g)];
    return [...new Set(modules.map(([, module]) => `${name}: ${module}`))];
  });

  expect(names).toContain("holder-api");
  expect(asked.sort()).toEqual([
    "card-renderer: @napi-rs/canvas",
    "card-renderer: @napi-rs/image",
    "photo-intake: @napi-rs/canvas",
    "photo-intake: @napi-rs/image",
    "photo-intake: sharp",
    "template-preview: @napi-rs/canvas",
    "template-preview: @napi-rs/image",
    "unit-printer: @napi-rs/canvas",
    "unit-printer: @napi-rs/image",
  ]);
});
