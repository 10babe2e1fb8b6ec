import { readdirSync } from "node:fs";
import { sep } from "node:path";
import { importGraph } from "./import-graph.ts";

/** Rules of shared/ that pages run too. */
export async function isReadByPages(files: readonly string[]): Promise<boolean> {
  if (files.length === 0) return false;
  const graph = await importGraph([
    "web/src/main.tsx",
    "web/src/verify/scanned.ts",
    "web/src/verify/by-hand.ts",
  ]);
  return [...graph.values()].some((inputs) => files.some((file) => inputs.has(file)));
}

/** The addresses of a site: hashed files are not named by the template. */
export function pathsIn(web: string): string[] {
  return readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((path) => !path.startsWith(`assets${sep}`))
    .sort();
}
