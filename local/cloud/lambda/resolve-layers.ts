import { createRequire, isBuiltin, registerHooks } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * On AWS a layer brings packages built for Lambda's Linux on arm64. Here the same packages come from the
 * project's own node_modules, built for this machine; but only those that the function's layers bring:
 * a package that was forgotten is missing here as it would be there.
 */
export function resolveLayers({
  codeDirectory,
  layerPackages,
  projectDirectory,
}: {
  codeDirectory: string;
  layerPackages: readonly string[];
  projectDirectory: string;
}): void {
  const code = pathToFileURL(join(codeDirectory, "/")).href;
  const project = createRequire(join(projectDirectory, "package.json"));
  registerHooks({
    resolve(specifier, context, next) {
      const isOfFunction = context.parentURL?.startsWith(code);
      if (!isOfFunction || !isPackage(specifier)) return next(specifier, context);
      if (!layerPackages.includes(packageName(specifier))) {
        throw Object.assign(
          new Error(`Cannot find module '${specifier}': no layer of the function brings it.`),
          { code: "MODULE_NOT_FOUND" },
        );
      }
      return { url: pathToFileURL(project.resolve(specifier)).href, shortCircuit: true };
    },
  });
}

function isPackage(specifier: string): boolean {
  return /^[@\w]/.test(specifier) && !/^\w+:/.test(specifier) && !isBuiltin(specifier);
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}
