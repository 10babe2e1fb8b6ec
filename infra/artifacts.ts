import { existsSync } from "node:fs";
import { join } from "node:path";

/** The folders that other commands have built. Synthesis packs them as they are. */
export interface Artifacts {
  /** `<name>/index.cjs` of every function. */
  readonly functions: string;
  /** A digest of the sources of the functions' bundles. It names the bundles while they are still being built. */
  readonly functionsFrom?: string;
  /** `<name>/nodejs` of every native layer. */
  readonly layers: string;
  /** The site. */
  readonly web: string;
}

/** What `npm run build` makes. */
export const builtArtifacts: Artifacts = {
  functions: join("dist", "functions"),
  layers: join("dist", "layers"),
  web: join("dist", "web"),
};

/** The bills of materials of all artifacts, `<artifact>.cdx.json`: nothing of them is deployed. */
export const sboms = join("dist", "sbom");

/** Only the files that pin the layers. The embedded cloud needs no more, because it uses the repository's native modules. */
export const layerSources = join("infra", "layers");

/** @throws Error saying what to run when the file or folder is not there. */
export function built(...path: readonly string[]): string {
  const file = join(...path);
  if (!existsSync(file)) throw new Error(`${file} is missing: run "npm run build" first.`);
  return file;
}
