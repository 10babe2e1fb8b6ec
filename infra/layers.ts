/**
 * Native modules are in Lambda layers, built for Lambda's platform on any machine that deploys.
 * `infra/layers/<name>` pins them with a lockfile; `dist/layers/<name>/nodejs` is the content of a layer.
 */
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { copyFileSync, existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { installedPackages } from "../scripts/licences/packages.ts";
import { licencesFile, passOnLicences } from "../scripts/licences/third-party.ts";
import { builtArtifacts, layerSources, sboms } from "./artifacts.ts";

export const layerNames = ["canvas", "sharp"] as const;
export type LayerName = (typeof layerNames)[number];

const pinned = ["package.json", "package-lock.json"] as const;

/** The asset hash of a layer, and the mark of a finished installation. It changes only when the pinned versions change. */
export function layerHash(name: LayerName): string {
  const hash = createHash("sha256");
  for (const file of pinned) {
    // A checkout on Windows may have other line ends, but the layer is the same.
    hash.update(readFileSync(join(layerSources, name, file), "utf8").replaceAll("\r\n", "\n"));
  }
  return hash.digest("hex");
}

/** Whether all layers are installed with the pinned versions. */
export function layersReady(layers = builtArtifacts.layers): boolean {
  return layerNames.every((name) => isInstalled(name, layers));
}

/** Installs what is not yet installed, with npm, into `dist/layers`. @throws Error when npm fails, or a licence is refused */
export async function installLayers(layers = builtArtifacts.layers): Promise<void> {
  for (const name of layerNames) {
    const layer = join(layers, name);
    if (isInstalled(name, layers)) continue;
    const folder = join(layer, "nodejs");
    rmSync(layer, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    for (const file of pinned) copyFileSync(join(layerSources, name, file), join(folder, file));
    npm(folder, ["ci", "--os=linux", "--cpu=arm64", "--libc=glibc", "--ignore-scripts"]);
    await passOnLicences({ name: `layers/${name}`, folder, sboms }, installedPackages(folder));
    writeFileSync(join(layer, "installed"), layerHash(name));
  }
}

function isInstalled(name: LayerName, layers: string): boolean {
  const [mark, licences] = [
    join(layers, name, "installed"),
    join(layers, name, "nodejs", licencesFile),
  ];
  return existsSync(licences) && existsSync(mark) && readFileSync(mark, "utf8") === layerHash(name);
}

/** Runs the npm script that npm names to its scripts. Without npm it runs the npm of the path, on Windows through a shell. */
function npm(folder: string, args: readonly string[]): void {
  const script = process.env.npm_execpath;
  const options = { cwd: folder, stdio: "inherit" } as const;
  const { status } = script
    ? spawnSync(process.execPath, [script, ...args], options)
    : spawnSync("npm", args, { ...options, shell: process.platform === "win32" });
  if (status !== 0) throw new Error(`npm ${args[0]} failed in ${folder}.`);
}
