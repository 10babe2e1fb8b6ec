import { readdirSync, readFileSync } from "node:fs";
import { join, sep } from "node:path";

/** Bytes: "Maximum function size", https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/cloudfront-limits.html */
const largest = 10 * 1024;

/**
 * The code of the pages' CloudFront function. It contains the names of the HTML files, once for both languages, and of the few
 * others that are not in `assets/`. @param web its folder
 * @throws Error when it is larger than CloudFront takes, or a page is there in one language only
 */
export function pagesFunction(web: string): string {
  const paths = readdirSync(web, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(web.length))
    .map((file) => `/${file.replaceAll(sep, "/").replace(/^\//, "")}`)
    .sort();
  const html = paths.filter((path) => path.endsWith(".html"));
  const pages = html.filter((path) => !path.startsWith("/en/"));
  const lonely = pages.filter((path) => !html.includes(`/en${path}`));
  if (lonely.length > 0 || html.length !== 2 * pages.length)
    throw new Error(`Not every page is there in both languages: ${lonely.join(", ")}`);
  const files = paths.filter((path) => !path.endsWith(".html") && !path.startsWith("/assets/"));
  const code = sourceOf("pretty-paths.js")
    .replace("const pages = [];", `const pages = ${JSON.stringify(pages)};`)
    .replace("const files = [];", `const files = ${JSON.stringify(files)};`);
  const size = Buffer.byteLength(code);
  if (size > largest) throw new Error(`The pages' function has ${size} bytes of ${largest}.`);
  return code;
}

/** The code of the API's CloudFront function. */
export function acceptEncodingFunction(): string {
  return sourceOf("accept-encoding.js");
}

function sourceOf(file: string): string {
  return readFileSync(join("infra", "edge", file), "utf8").replaceAll("\r\n", "\n");
}
