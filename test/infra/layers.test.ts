import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import * as z from "zod";
import { layerSources } from "../../infra/artifacts.ts";
import { layerHash, layerNames, layersReady } from "../../infra/layers.ts";

const manifest = z.looseObject({ dependencies: z.record(z.string(), z.string()) });
const lockfile = z.looseObject({
  packages: z.record(z.string(), z.looseObject({ version: z.string().optional() })),
});
const readJson = (...path: string[]): unknown => JSON.parse(readFileSync(join(...path), "utf8"));
const root = manifest.parse(readJson("package.json"));

test.each(layerNames)("the layer %s has the versions that the repository has", (name) => {
  const { dependencies } = manifest.parse(readJson(layerSources, name, "package.json"));
  const { packages } = lockfile.parse(readJson(layerSources, name, "package-lock.json"));
  expect(Object.keys(dependencies).length).toBeGreaterThan(0);
  for (const [dependency, version] of Object.entries(dependencies)) {
    expect(version).toBe(root.dependencies[dependency]);
    expect(packages[`node_modules/${dependency}`]?.version).toBe(version);
  }
});

test.each([
  ["canvas", "@napi-rs/canvas-linux-arm64-gnu"],
  ["canvas", "@napi-rs/image-linux-arm64-gnu"],
  ["sharp", "@img/sharp-linux-arm64"],
  ["sharp", "@img/sharp-libvips-linux-arm64"],
])("the layer %s pins %s, which Lambda runs", (name, binary) => {
  const { packages } = lockfile.parse(readJson(layerSources, name, "package-lock.json"));
  expect(packages[`node_modules/${binary}`]).toMatchObject({
    os: ["linux"],
    cpu: ["arm64"],
    libc: ["glibc"],
  });
});

test.each(layerNames)("the lockfile of %s names no registry", (name) => {
  expect(readFileSync(join(layerSources, name, "package-lock.json"), "utf8")).not.toContain(
    '"resolved"',
  );
});

test("layers are ready when all are installed as pinned, and not before", () => {
  const layers = mkdtempSync(join(tmpdir(), "kartu-layers-"));
  expect(layersReady(layers)).toBe(false);
  for (const name of layerNames) {
    mkdirSync(join(layers, name, "nodejs"), { recursive: true });
    writeFileSync(join(layers, name, "nodejs", "THIRD-PARTY.txt"), "licences");
    writeFileSync(join(layers, name, "installed"), layerHash(name));
  }
  expect(layersReady(layers)).toBe(true);
  writeFileSync(join(layers, "sharp", "installed"), "of an older lockfile");
  expect(layersReady(layers)).toBe(false);
  writeFileSync(join(layers, "sharp", "installed"), layerHash("sharp"));
  rmSync(join(layers, "canvas", "nodejs", "THIRD-PARTY.txt"));
  expect(layersReady(layers), "without licences").toBe(false);
});
