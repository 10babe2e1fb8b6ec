import { build } from "esbuild";

/**
 * Which files of ours each entry point is made of, as they import one another now. Packages are left out, and types, which makes it
 * quick: some tens of milliseconds for all functions.
 * @param entryPoints paths relative to the repository's root
 * @returns by entry point, paths with slashes
 * @throws BuildFailure of esbuild when an import leads nowhere
 */
export async function importGraph(
  entryPoints: readonly string[],
): Promise<ReadonlyMap<string, ReadonlySet<string>>> {
  const { metafile } = await build({
    entryPoints: [...entryPoints],
    ...{ bundle: true, write: false, metafile: true, outdir: "nowhere", outbase: "." },
    ...{ platform: "node", format: "esm", packages: "external", logLevel: "silent" },
    ...{ jsx: "automatic", jsxImportSource: "preact" },
  });
  return new Map(
    Object.values(metafile.outputs).flatMap(({ entryPoint, inputs }) =>
      entryPoint ? [[entryPoint, new Set(Object.keys(inputs))]] : [],
    ),
  );
}
