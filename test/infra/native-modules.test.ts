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
    "agency-api: @napi-rs/canvas",
    "agency-api: @napi-rs/image",
    "card-renderer: @napi-rs/canvas",
    "card-renderer: @napi-rs/image",
    "evidence-api: sharp",
    "photo-intake: @napi-rs/canvas",
    "photo-intake: @napi-rs/image",
    "photo-intake: sharp",
    "unit-printer: @napi-rs/canvas",
    "unit-printer: @napi-rs/image",
  ]);
});
