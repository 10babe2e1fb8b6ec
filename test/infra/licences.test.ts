import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { installedPackages, type Package, packagesOf } from "../../scripts/licences/packages.ts";
import { sbomOf } from "../../scripts/licences/sbom.ts";
import {
  passOnLicences,
  requireAcceptedLicences,
  thirdPartyText,
} from "../../scripts/licences/third-party.ts";
import { functionNames } from "./placeholder-artifacts.ts";

interface Bom {
  readonly components: { readonly name: string; readonly version: string; readonly purl: string }[];
}

/** What `npm run build` wrote; every run of the tests begins with it. */
const artifacts = [
  "web",
  ...["canvas", "sharp"].map((name) => `layers/${name}/nodejs`),
  ...functionNames.map((name) => `functions/${name}`),
];
const built = (artifact: string) => readFileSync(join("dist", artifact, "THIRD-PARTY.txt"), "utf8");
const bomOf = (artifact: string): Bom =>
  JSON.parse(
    readFileSync(
      join("dist", "sbom", `${artifact.replace("/nodejs", "").replaceAll("/", "-")}.cdx.json`),
      "utf8",
    ),
  );

test.each(artifacts)(
  "%s carries the licence of each package in it, and has a bill of materials",
  (artifact) => {
    const { components } = bomOf(artifact);
    expect(components.length).toBeGreaterThan(0);
    const text = built(artifact);
    for (const { name, version } of components) expect(text).toContain(`\n${name} ${version} (`);
  },
);

test("no package is in a function twice, in two versions", () => {
  for (const name of functionNames) {
    const names = bomOf(`functions/${name}`).components.map((component) => component.name);
    expect(names.filter((each, index) => names.indexOf(each) !== index)).toEqual([]);
  }
});

test("who draws passes on the licence of the fonts, and who decodes that of libvips", () => {
  expect(built("functions/card-renderer")).toContain("SIL OPEN FONT LICENSE");
  expect(built("layers/sharp/nodejs")).toMatch(
    /GNU LESSER GENERAL PUBLIC LICENSE[\s\S]*GNU GENERAL PUBLIC LICENSE/,
  );
  expect(built("layers/sharp/nodejs")).toContain("| libvips ");
  expect(built("layers/canvas/nodejs")).toContain("- cssparser ");
});

test("who judges photos passes on the licence of the models that find faces, and nobody else has them", () => {
  const named = functionNames.filter((name) => built(`functions/${name}`).includes("@mediapipe/"));

  expect(named).toEqual(["photo-intake"]);
  expect(built("functions/photo-intake")).toMatch(
    /@mediapipe\/face_detection [\s\S]*@mediapipe\/face_mesh [\s\S]*Apache License/,
  );
});

test("the site names what is compiled into its reader of codes, with the licence of each", () => {
  expect(built("web")).toMatch(
    /zxing-wasm \S+ \(MIT AND Apache-2\.0 AND BSD-3-Clause\)[\s\S]*ZXing-C\+\+[\s\S]*libzueci[\s\S]*stb_image[\s\S]*Apache License/,
  );
});

test("who judges passwords names the source of the words", () => {
  expect(built("functions/session-api")).toMatch(
    /@zxcvbn-ts\/language-id [\s\S]*OpenSubtitles 2024[\s\S]*ODC-BY 1\.0/,
  );
});

const aPackage: Package = { name: "a", version: "1.0.0", licence: "MIT", texts: ["the text of a"] };

test.each(["MIT", "(MIT OR GPL-3.0-only)", "Apache-2.0 AND BSD-3-Clause", "OFL-1.1"])(
  "%s may be in what we deploy",
  (licence) => {
    expect(() => requireAcceptedLicences([{ ...aPackage, licence }])).not.toThrow();
  },
);

test.each([
  "AGPL-3.0-only",
  "GPL-3.0-or-later",
  "LGPL-3.0-or-later",
  "SEE LICENSE IN EULA",
  "UNLICENSED",
  "",
])("%j may not", async (licence) => {
  const refused = { ...aPackage, licence };
  const folder = mkdtempSync(join(tmpdir(), "kartu-licences-"));
  await expect(passOnLicences({ name: "x", folder }, [aPackage, refused])).rejects.toThrow(
    `Licences that may not be in what we deploy: a 1.0.0: ${licence}.`,
  );
});

test("a text is passed on once, under all that it is of", () => {
  const text = thirdPartyText([
    aPackage,
    { ...aPackage, name: "b" },
    { ...aPackage, name: "c", texts: ["of c"] },
  ]);
  expect(text.split("the text of a")).toHaveLength(2);
  expect(text).toMatch(/\na 1\.0\.0 \(MIT\)\nb 1\.0\.0 \(MIT\)\n=+\n\nthe text of a\n/);
});

test("files of our own are nobody's package; a package within a package is its own", () => {
  expect(packagesOf(["functions/holder-api/index.ts"])).toEqual([]);
  const names = packagesOf(["node_modules/zod/index.js", "node_modules/zod/v4/core.js"]).map(
    ({ name }) => name,
  );
  expect(names).toEqual(["zod"]);
});

test("the same packages give the same bill of materials", () => {
  const packages = installedPackages(join("dist", "layers", "sharp", "nodejs"));
  expect(packages.length).toBeGreaterThan(3);
  expect(sbomOf("x", packages)).toBe(sbomOf("x", packages.toReversed()));
});

test("nothing that we install, tools included, is under the AGPL", () => {
  const {
    packages,
  }: {
    packages: Record<string, { license?: string }>;
  } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const licences = Object.values(packages).flatMap(({ license }) => license ?? []);
  expect(licences.length).toBeGreaterThan(100);
  expect(licences.filter((licence) => licence.includes("AGPL"))).toEqual([]);
});
