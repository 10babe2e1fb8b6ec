import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** The code of the pages' CloudFront function, which knows the HTML files of the site. @param web its folder */
export function pagesFunction(web: string): string {
  const pages = readdirSync(web, { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".html"))
    .map((file) => `/${file.replaceAll(sep, "/")}`)
    .sort();
  const source = readFileSync(join("infra", "edge", "pretty-paths.js"), "utf8");
  return source
    .replaceAll("\r\n", "\n")
    .replace("const pages = [];", `const pages = ${JSON.stringify(pages)};`);
}
