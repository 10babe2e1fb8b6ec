/** Packages of others whose code travels in what we build: their names, licences and the texts that these ask to pass on. */
import { globSync, readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import * as z from "zod";

export interface Package {
  readonly name: string;
  readonly version: string;
  /** An SPDX expression: "MIT", "Apache-2.0 AND LGPL-3.0-or-later". */
  readonly licence: string;
  readonly texts: readonly string[];
}

const manifest = z.object({ name: z.string(), version: z.string(), license: z.string() });
const standardText = z.object({ licenseText: z.string() });
const licenceFile = /^(licen[cs]e|copying|notice|third[-_ ]party)/i;
/**
 * What a binary holds besides its package's own code, where neither the package's licence nor a bill of materials says it.
 * @hyzyla/pdfium: LICENSE and third_party of PDFium's sources; it is built without V8 and XFA.
 * zxing-wasm: its README («Licenses») and `src/cpp/CMakeLists.txt` of its sources; its reader has none of zint, which only writes codes.
 */
const compiledIn: Readonly<
  Record<string, readonly { name: string; licence: string; by: string }[]>
> = {
  "@hyzyla/pdfium": [
    {
      name: "PDFium (https://pdfium.googlesource.com/pdfium)",
      licence: "Apache-2.0",
      by: "2014 The PDFium Authors",
    },
    { name: "Abseil", licence: "Apache-2.0", by: "2017 The Abseil Authors" },
    {
      name: "FreeType",
      licence: "FTL",
      by: "1996-2026 David Turner, Robert Wilhelm, Werner Lemberg",
    },
    {
      name: "OpenJPEG",
      licence: "BSD-2-Clause",
      by: "2002-2026 UCL, Antonin Descampe, and others",
    },
    {
      name: "libjpeg-turbo",
      licence: "BSD-3-Clause",
      by: "2009-2026 D. R. Commander and others; 1991-2020 Thomas G. Lane, Guido Vollbeding",
    },
    { name: "Little CMS", licence: "MIT", by: "1998-2026 Marti Maria Saguer" },
    { name: "zlib", licence: "Zlib", by: "1995-2026 Jean-loup Gailly and Mark Adler" },
  ],
  "zxing-wasm": [
    {
      name: "ZXing-C++ (https://github.com/zxing-cpp/zxing-cpp)",
      licence: "Apache-2.0",
      by: "2016 Nu-book Inc., 2016 ZXing authors, 2017-2026 Axel Waggershauser",
    },
    { name: "ZXingWasm.cpp", licence: "Apache-2.0", by: "2023 Ze-Zheng Wu" },
    {
      name: "libzueci (https://sourceforge.net/projects/libzueci)",
      licence: "BSD-3-Clause",
      by: "2022 gitlost",
    },
    {
      name: "stb_image (https://github.com/nothings/stb)",
      licence: "MIT",
      by: "2017 Sean Barrett",
    },
  ],
};
/** Up to the package's own folder: the last "node_modules" of a path counts. */
const packageFolder = /^.*node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+(?=[\\/])/;

/** The packages that these files come from, each once, by name. Files of our own belong to none. */
export function packagesOf(files: Iterable<string>): Package[] {
  const folders = [...files].flatMap((file) => packageFolder.exec(resolve(file))?.[0] ?? []);
  return [...new Set(folders)]
    .map(readPackage)
    .sort((a, b) => `${a.name} ${a.version}`.localeCompare(`${b.name} ${b.version}`, "en"));
}

/** All packages that are installed below a folder. */
export function installedPackages(folder: string): Package[] {
  return packagesOf(globSync(join(folder, "node_modules", "{*,@*/*}", "package.json")));
}

/** @throws Error (zod) when a package does not say its licence */
function readPackage(folder: string): Package {
  const { name, version, license } = manifest.parse(
    JSON.parse(readFileSync(join(folder, "package.json"), "utf8")),
  );
  const others = compiledIn[name] ?? [];
  return {
    name,
    version,
    licence: [...new Set([license, ...others.map(({ licence }) => licence)])].join(" AND "),
    texts: [...textsOf(folder, license), ...textsOfOthers(others)],
  };
}

function textsOfOthers(others: (typeof compiledIn)[string]): string[] {
  if (others.length === 0) return [];
  const lines = others.map(({ name, licence, by }) => `- ${name}: ${licence}, Copyright ${by}`);
  const licences = new Set(others.map(({ licence }) => licence));
  return [["It contains:", "", ...lines].join("\n"), ...[...licences].map(textOf)];
}

/** What the package brings along; else the standard text, and its README. Then what else it says is compiled into it. */
function textsOf(folder: string, licence: string): string[] {
  const files = readdirSync(folder).sort();
  const read = (name: string) =>
    readFileSync(join(folder, name), "utf8").replaceAll("\r\n", "\n").trim();
  const own = files.filter((name) => licenceFile.test(name)).map(read);
  const readme = files.filter((name) => /^readme/i.test(name)).map(read);
  const inside = files.filter((name) => name === "sbom.cdx.json").map((name) => listOf(read(name)));
  return [...(own.length > 0 ? own : [...readme, ...idsIn(licence).map(textOf)]), ...inside];
}

const bomLicence = z.union([
  z.object({ expression: z.string() }).transform(({ expression }) => expression),
  z.object({ license: z.object({ id: z.string() }) }).transform(({ license }) => license.id),
  z.object({ license: z.object({ name: z.string() }) }).transform(({ license }) => license.name),
]);
const bom = z.object({
  components: z.array(
    z.object({
      name: z.string(),
      version: z.string().default(""),
      licenses: z.array(bomLicence).default([]),
    }),
  ),
});

/** The contents of a binary, as its own bill of materials names them. */
function listOf(json: string): string {
  const lines = bom
    .parse(JSON.parse(json))
    .components.map(
      ({ name, version, licenses }) =>
        `- ${name} ${version}: ${licenses.join(" AND ") || "licence not said"}`,
    );
  return ["It contains:", "", ...lines].join("\n");
}

function idsIn(licence: string): string[] {
  return licence.split(/[()\s]|\bAND\b|\bOR\b/).filter((id) => id !== "");
}

const require = createRequire(import.meta.url);

/** @throws Error when SPDX knows no licence of this id */
function textOf(id: string): string {
  return standardText.parse(require(`spdx-license-list/licenses/${id}.json`)).licenseText.trim();
}
