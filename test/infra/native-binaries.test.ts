/** Checks from the files that native modules can be loaded on Lambda, without an ARM machine. */
import { mkdtempSync, readdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { expect, test } from "vitest";
import { built, builtArtifacts } from "../../infra/artifacts.ts";
import { buildFunctions } from "../../infra/build.ts";
import { layerNames } from "../../infra/layers.ts";
import { type Elf, readElf } from "../support/elf.ts";

/**
 * Of glibc and of GCC's runtime, which nodejs24.x has: it is built on the minimal container image of Amazon Linux 2023
 * (AWS Compute Blog, "Introducing the Amazon Linux 2023 runtime for AWS Lambda"), and its own Node asks for libstdc++.
 */
const provided = [
  "ld-linux-aarch64.so.1",
  "libc.so.6",
  "libdl.so.2",
  "libm.so.6",
  "libpthread.so.0",
  "libresolv.so.2",
  "librt.so.1",
  "libgcc_s.so.1",
  "libstdc++.so.6",
];

/** The newest versions in them: glibc 2.34 and GCC 11 (Amazon Linux 2023 User Guide, "Core toolchain packages"). */
const newest: Readonly<Record<string, string>> = {
  GLIBC: "2.34",
  GCC: "11.0",
  GLIBCXX: "3.4.29",
  CXXABI: "1.3.13",
};

interface Binary extends Elf {
  readonly path: string;
}

function filesIn(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));
}

function binariesIn(layer: string): Binary[] {
  return filesIn(built(builtArtifacts.layers, layer))
    .filter((path) => /\.node$|\.so(\.\d+)*$/.test(path))
    .map((path) => ({ path, ...readElf(readFileSync(path)) }));
}

/** Libraries that neither the runtime has nor the loader finds beside the binary. */
function missing({ path, needed, searched }: Binary): string[] {
  const beside = searched.flatMap((folder) => {
    const place = folder.replace("$ORIGIN", dirname(path));
    try {
      return readdirSync(place);
    } catch {
      // Most of the places are for other package managers.
      return [];
    }
  });
  return needed.filter((library) => !provided.includes(library) && !beside.includes(library));
}

/** @param version e.g. "GLIBC_2.17" */
function isNewer(version: string): boolean {
  const [, family = "", number = ""] = /^(.+)_([\d.]+)$/.exec(version) ?? [];
  const limit = newest[family];
  return limit === undefined || number.localeCompare(limit, "en", { numeric: true }) > 0;
}

/** Bytes of a zip with these files, about: what each deflates to, and its two headers. */
function zippedSize(folder: string): number {
  return filesIn(folder).reduce((sum, path) => {
    const headers = 76 + 2 * (path.length - folder.length);
    return sum + deflateRawSync(readFileSync(path)).length + headers;
  }, 0);
}

test.each([...layerNames])("all binaries of the layer %s are for ARM", (layer) => {
  const machines = binariesIn(layer).map(({ machine }) => machine);

  expect(machines.length).toBeGreaterThanOrEqual(2);
  expect(new Set(machines)).toEqual(new Set(["aarch64"]));
});

test.each([...layerNames])("Lambda has all that the layer %s asks for, in its version", (layer) => {
  const binaries = binariesIn(layer);

  expect(binaries.flatMap(({ needed }) => needed)).toContain("libc.so.6");
  expect(binaries.flatMap(({ versions }) => versions)).toContain("GLIBC_2.17");
  expect(binaries.flatMap(missing)).toEqual([]);
  expect(binaries.flatMap(({ versions }) => versions.filter(isNewer))).toEqual([]);
});

test("the renderer and its layer are 20 MB zipped at most: what a cold start has to fetch", async () => {
  const outdir = mkdtempSync(join(tmpdir(), "kartu-functions-"));
  await buildFunctions(outdir);
  const [bundle, layer] = [
    zippedSize(join(outdir, "card-renderer")),
    zippedSize(built(builtArtifacts.layers, "canvas")),
  ];

  // A layer that was not installed would be small as well.
  expect(layer).toBeGreaterThan(5_000_000);
  expect(bundle + layer).toBeLessThanOrEqual(20_000_000);
});
