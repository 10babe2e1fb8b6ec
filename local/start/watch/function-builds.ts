import { existsSync, mkdirSync, renameSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { type BuildContext, context } from "esbuild";
import { bundling, functionNames, sourceOf, withSourceMaps } from "../../../infra/build.ts";
import { importGraph } from "./import-graph.ts";

/**
 * Bundles single functions again. Building one takes a seventh of the time of building all; its context caches what it has
 * parsed.
 */
export class FunctionBuilds {
  readonly #outdir: string;
  readonly #contexts = new Map<string, Promise<BuildContext>>();

  /** @param outdir where the bundles are, `<name>/index.cjs` */
  constructor(outdir: string) {
    this.#outdir = outdir;
  }

  /**
   * The functions that are made of one of these files.
   * @param files relative to the repository's root, with slashes
   * @throws BuildFailure of esbuild when an import leads nowhere
   */
  async affectedBy(files: readonly string[]): Promise<string[]> {
    const names = functionNames();
    // Fonts and similar files are read at run time, so no import names them.
    const isCarried = (file: string) => !/\.(ts|json)$/.test(file) && existsSync(file);
    if (files.some(isCarried)) return names;
    // A function's folder is its own (test/architecture.test.ts): no need to look who imports it.
    const own = files.map((file) => /^functions\/([^/]+)\//.exec(file)?.[1]);
    if (own.every((name) => name !== undefined)) return names.filter((name) => own.includes(name));
    const graph = await importGraph(names.map(sourceOf));
    return names.filter((name) => files.some((file) => graph.get(sourceOf(name))?.has(file)));
  }

  /** @throws BuildFailure of esbuild, when the bundle stays as it was */
  async bundle(name: string): Promise<void> {
    const { outputFiles = [] } = await (await this.#contextOf(name)).rebuild();
    // A rename is atomic, so a function that starts now reads all of the old bundle or all of the new one.
    for (const { path, contents } of outputFiles) {
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(`${path}.unfinished`, contents);
      renameSync(`${path}.unfinished`, path);
    }
  }

  async close(): Promise<void> {
    for (const each of this.#contexts.values()) await (await each).dispose();
  }

  #contextOf(name: string): Promise<BuildContext> {
    const known = this.#contexts.get(name);
    if (known) return known;
    const options = { ...bundling([name], this.#outdir), ...withSourceMaps };
    const made = context({ ...options, write: false, logLevel: "silent" });
    this.#contexts.set(name, made);
    return made;
  }
}
