import { build } from "esbuild";

/**
 * The files of ours that each entry point imports now, directly and indirectly. Packages and types are left out, so it takes
 * only some tens of milliseconds for all functions.
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
