/**
 * Native modules travel in Lambda layers, for the platform that Lambda runs, whatever machine deploys.
 * `infra/layers/<name>` pins them with a lockfile; `dist/layers/<name>/nodejs` is what a layer holds.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { builtArtifacts, layerSources } from "./artifacts.ts";

export const layerNames = ["canvas", "sharp"] as const;
export type LayerName = (typeof layerNames)[number];

const pinned = ["package.json", "package-lock.json"] as const;

/** Changes when, and only when, what is pinned changes: a layer's asset hash, and the mark of a finished installation. */
export function layerHash(name: LayerName): string {
  const hash = createHash("sha256");
  for (const file of pinned) {
    // A checkout on Windows may end lines otherwise; the layer is the same.
    hash.update(readFileSync(join(layerSources, name, file), "utf8").replaceAll("\r\n", "\n"));
  }
  return hash.digest("hex");
}

/** Whether all layers are installed and match what is pinned. */
export function layersReady(layers = builtArtifacts.layers): boolean {
  return layerNames.every((name) => installedHash(join(layers, name)) === layerHash(name));
}

/** Installs what is not yet installed, with npm, into `dist/layers`. @throws Error when npm fails. */
export function installLayers(layers = builtArtifacts.layers): void {
  for (const name of layerNames) {
    const layer = join(layers, name);
    if (installedHash(layer) === layerHash(name)) continue;
    const folder = join(layer, "nodejs");
    rmSync(layer, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of pinned) copyFileSync(join(layerSources, name, file), join(folder, file));
    npm(folder, ["ci", "--os=linux", "--cpu=arm64", "--libc=glibc", "--ignore-scripts"]);
    writeFileSync(join(layer, "installed"), layerHash(name));
  }
}

function installedHash(layer: string): string | undefined {
  const mark = join(layer, "installed");
  return existsSync(mark) ? readFileSync(mark, "utf8") : undefined;
}

/** Runs npm's own script, which npm's scripts name; by hand, the npm of the path, which on Windows only a shell starts. */
function npm(folder: string, args: readonly string[]): void {
  const script = process.env.npm_execpath;
  const options = { cwd: folder, stdio: "inherit" } as const;
  const { status } = script
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ${args[0]} failed in ${folder}.`);
}
