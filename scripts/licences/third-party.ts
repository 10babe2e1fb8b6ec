/** Passes on the licences of what is in an artifact (`THIRD-PARTY.txt`), and says what it is made of (a CycloneDX SBOM). */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import spdxSatisfies from "spdx-satisfies";
import type { Package } from "./packages.ts";

/** Its name in every artifact. */
export const licencesFile = "THIRD-PARTY.txt";

/** What may be in what we deploy: all ask for no more than that their text travels along. */
const accepted = [
  "0BSD",
  "Apache-2.0",
  "BSD-2-Clause",
  "BSD-3-Clause",
  "FTL",
  "ISC",
  "MIT",
  "MIT-0",
  "OFL-1.1",
  "Zlib",
];
/** A library of its own file, which anyone may exchange: the LGPL asks for no more (section 4d). */
const dynamicallyLinked = /^@img\/sharp-libvips-/;

/** @throws Error naming each package whose licence is unknown or not accepted */
export function requireAcceptedLicences(packages: readonly Package[]): void {
  const refused = packages.filter(({ name, licence }) => {
    const more = dynamicallyLinked.test(name) ? ["LGPL-3.0-or-later"] : [];
    return !isSatisfied(licence, [...accepted, ...more]);
  });
  if (refused.length === 0) return;
  const list = refused.map(({ name, version, licence }) => `${name} ${version}: ${licence}`);
  throw new Error(`Licences that may not be in what we deploy: ${list.join("; ")}.`);
}

/** An expression that SPDX cannot read is satisfied by nothing. */
function isSatisfied(licence: string, allowed: readonly string[]): boolean {
  try {
    return spdxSatisfies(licence, [...allowed]);
  } catch {
    return false;
  }
}

/**
 * Writes the licences into an artifact, and where `sboms` are wanted its own: `<sboms>/<name>.cdx.json`.
 * @throws Error when a licence is not accepted
 */
export async function passOnLicences(
  {
    name,
    folder,
    sboms,
  }: { readonly name: string; readonly folder: string; readonly sboms?: string | undefined },
  packages: readonly Package[],
): Promise<void> {
  requireAcceptedLicences(packages);
  write(join(folder, licencesFile), thirdPartyText(packages));
  if (!sboms) return;
  // Its library takes a third of a second to load, and `npm start` has no use for it.
  const { sbomOf } = await import("./sbom.ts");
  write(join(sboms, `${name.replaceAll("/", "-")}.cdx.json`), sbomOf(name, packages));
}

const openSubtitles =
  "commonWords.json contains information from OpenSubtitles 2024, by OPUS (https://opus.nlpl.eu/datasets/OpenSubtitles), which is made available under the ODC Attribution License (ODC-BY 1.0, https://opendatacommons.org/licenses/by/1-0/).";

/** What the data in a package asks to be named, as its README says: the package's own licence does not. */
const dataSources: Readonly<Record<string, string>> = {
  "@zxcvbn-ts/language-en": openSubtitles,
  "@zxcvbn-ts/language-id": openSubtitles,
};

/** Each text once, under the packages that it is of. Begins with a byte order mark: served as plain text, it is read as UTF-8. */
export function thirdPartyText(packages: readonly Package[]): string {
  const namesOf = new Map<string, string[]>();
  for (const { name, version, licence, texts } of packages) {
    const source = dataSources[name];
    const text = [...(source ? [source] : []), ...texts].join("\n\n");
    namesOf.set(text, [...(namesOf.get(text) ?? []), `${name} ${version} (${licence})`]);
  }
  const rule = "=".repeat(80);
  const parts = [...namesOf].map(([text, names]) => [rule, ...names, rule, "", text].join("\n"));
  const head =
    "Perangkat lunak pihak ketiga di dalam Kartu ASN Virtual.\nThird-party software in Kartu ASN Virtual.";
  return `\uFEFF${[head, ...parts].join("\n\n")}\n`;
}

function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}
