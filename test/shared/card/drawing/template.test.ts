import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { lookOf, usualLook } from "#shared/card/design/look.ts";
import { parseTemplates, templateFor, templateVersion } from "#shared/card/design/template.ts";
import { contrast } from "#shared/render/color.ts";
import { anAgency } from "../../../support/agency-table-contract.ts";

const file = new URL("../../../../shared/card/template.json", import.meta.url);
const data = JSON.parse(readFileSync(file, "utf8"));

test("the version names the template and digests it", () => {
  expect(templateVersion).toMatch(/^t1-[0-9a-f]{8}$/);
});

const usual = data.palettes.merdeka;
const own = anAgency({ id: "ins_own", palette: "senja", texts: { finder: "Hubungi kami." } });

test("an agency has its own emblem, colours and texts; the others keep the usual ones", () => {
  const template = templateFor(lookOf(own), "PNS");

  expect(template.emblem).toEqual(parseTemplates(data).emblems.truntum);
  expect(template.palette).toEqual(data.palettes.senja.PNS);
  expect(template.texts.finder).toBe("Hubungi kami.");
  expect(template.texts.title).toBe("KARTU ASN VIRTUAL");
  const other = templateFor(lookOf(undefined), "PNS");
  expect(other.version).toBe(templateVersion);
  expect(other.palette).toEqual(usual.PNS);
  expect(other.emblem).toEqual(parseTemplates(data).emblems.kawung);
});

test("a look has a version of its own, and neither name, zone nor revision is in it", () => {
  const { version } = lookOf(own);

  expect(version).toMatch(/^t1-[0-9a-f]{8}\.[0-9a-f]{8}$/);
  expect(version.startsWith(`${templateVersion}.`)).toBe(true);
  for (const same of [{ name: "Lain" }, { zone: "WIT" }, { revision: 7 }] as const)
    expect(lookOf({ ...own, ...same }).version).toBe(version);
  const { emblem: _, ...plain } = own;
  const others = [
    plain,
    { ...own, emblem: "kawung" },
    { ...own, palette: "merdeka" },
    { ...own, texts: {} },
    { ...own, texts: { ...own.texts, contact: "Hubungi kami." } },
    { ...own, id: "ins_other" },
  ].map((each) => lookOf(each).version);
  expect(new Set([version, templateVersion, ...others]).size).toBe(8);
});

test("the order of an agency's texts makes no other look", () => {
  const [contact, finder] = ["Hubungi kami.", "Serahkan."];
  const [one, other] = [
    { contact, finder },
    { finder, contact },
  ].map((texts) => lookOf(anAgency({ texts })).version);

  expect(one).toBe(other);
});

test.each(["garuda", "constructor"])(
  "the emblem and palette %s, which are gone, are the usual ones",
  (name) => {
    const template = templateFor(lookOf({ ...own, emblem: name, palette: name }), "PPPK");

    expect(template.palette).toEqual(usual.PPPK);
    expect(template.groundKey).toBe("merdeka/kawung/PPPK");
  },
);

test.each([
  ["a ground on which white cannot be read", { from: "#E8A0A0" }, /white #FFFFFF on from #E8A0A0/],
  ["labels that vanish on the ground", { line: "#E0A0B0" }, /line #E0A0B0 on from/],
  ["ink that vanishes on the panel", { ink: "#CCCCCC" }, /ink #CCCCCC on panel/],
  ["a QR that vanishes", { ink: "#FFFFFF", panel: ["#000000", "#000000"] }, /ink #FFFFFF on white/],
  ["a ground on which gold is dull", { via: "#767676", line: "#FFFFFF" }, /gold .* on via #767676/],
  ["a colour by name", { glow: "red" }, /glow/],
  ["a PNS's card that is not red", { from: "#00616B" }, /#00616B is not red/],
  ["a card that does not end in purple", { to: "#1F4A2D" }, /#1F4A2D is not purple/],
  ["a grey card", { from: "#444444" }, /#444444 is not red/],
  ["a misspelt colour", { accnet: "#A31145" }, /accnet/],
])("%s is refused, by its name and the palette's", (_, colors, problem) => {
  const pucat = { ...usual, PNS: { ...usual.PNS, ...colors } };
  const refused = () => parseTemplates({ ...data, palettes: { ...data.palettes, pucat } });

  expect(refused).toThrow(problem);
  expect(refused).toThrow(/pucat/);
});

test("an agency with words of its own shares the usual ground, which is drawn once", () => {
  const template = templateFor(lookOf({ ...anAgency(), emblem: "kawung" }), "PNS");

  expect(template.key).not.toBe(templateFor(usualLook, "PNS").key);
  expect(template.groundKey).toBe(templateFor(usualLook, "PNS").groundKey);
});

test("gold that is dull on the usual ground is refused", () => {
  expect(() => parseTemplates({ ...data, gold: "#A31145" })).toThrow(/gold #A31145 on from/);
});

test.each([
  ["a usual emblem that is not there", { emblem: "garuda" }, /emblem garuda is not there/],
  ["an emblem every object has", { emblem: "constructor" }, /emblem constructor is not there/],
  ["a usual palette that is not there", { palette: "pucat" }, /palette pucat is not there/],
  ["a palette every object has", { palette: "constructor" }, /palette constructor is not there/],
  ["colours for one kind alone", { palettes: { merdeka: { PNS: usual.PNS } } }, /PPPK/],
  ["agencies, which lie in a table", { agencies: {} }, /agencies/],
])("a template with %s is refused", (_, different, problem) => {
  expect(() => parseTemplates({ ...data, ...different })).toThrow(problem);
});

test.each([
  ["the template", { colour: "#000000" }, /colour/],
  ["its texts", { texts: { ...data.texts, tittle: "Kartu" } }, /tittle/],
  [
    "an emblem's shape",
    { emblems: { ...data.emblems, kawung: [{ path: "M0 0Z", fill: "ground", rotate: 9 }] } },
    /rotate/,
  ],
])("a key that %s does not know is refused", (_, different, problem) => {
  expect(() => parseTemplates({ ...data, ...different })).toThrow(problem);
});

test("contrast is that of WCAG", () => {
  expect(contrast("#FFFFFF", "#000000")).toBeCloseTo(21);
  expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
});
