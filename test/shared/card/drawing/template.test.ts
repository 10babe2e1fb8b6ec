import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  parseTemplates,
  templateFor,
  templateVersion,
  versionOf,
  zoneOf,
} from "#shared/card/design/template.ts";
import { contrast } from "#shared/render/color.ts";

const file = new URL("../../../../shared/card/template.json", import.meta.url);
const data = JSON.parse(readFileSync(file, "utf8"));

test("the version names the template and digests it", () => {
  expect(templateVersion).toMatch(/^t1-[0-9a-f]{8}$/);
});

test("an agency's time zone is WIB unless said, and draws no card again", () => {
  const eastern = { ...data, agencies: { ...data.agencies, ins_own: { ...own, zone: "WIT" } } };
  const templates = parseTemplates(eastern);

  expect(zoneOf("ins_own", templates)).toBe("WIT");
  expect(zoneOf("ins_contoh", templates)).toBe("WIB");
  expect(zoneOf("constructor", templates)).toBe("WIB");
  const western = { ...eastern, agencies: { ...data.agencies, ins_own: { ...own, zone: "WIB" } } };
  expect(versionOf(eastern)).toBe(versionOf(western));
  expect(versionOf(eastern)).not.toBe(versionOf(data));
});

const usual = data.palettes;
const own = {
  name: "Instansi Sendiri",
  emblem: "truntum",
  palettes: { ...usual, PNS: { ...usual.PNS, from: "#7A0A22" } },
  texts: { finder: "Hubungi kami." },
};

test("an agency has its own emblem, colours and texts; the others keep the usual ones", () => {
  const templates = parseTemplates({ ...data, agencies: { ins_own: own } });

  const template = templateFor("ins_own", "PNS", templates);
  expect(template.emblem).toEqual(templates.emblems.truntum);
  expect(template.palette.from).toBe("#7A0A22");
  expect(template.texts.finder).toBe("Hubungi kami.");
  expect(template.texts.title).toBe("KARTU ASN VIRTUAL");
  expect(template.groundKey).toBe("ins_own/PNS");
  for (const other of ["ins_other", "constructor"]) {
    expect(templateFor(other, "PNS", templates).key).toBe("default/PNS");
    expect(templateFor(other, "PNS", templates).emblem).toEqual(templates.emblems.kawung);
  }
});

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
])("%s is refused, by its name and the agency's", (_, colors, problem) => {
  const palettes = { ...usual, PNS: { ...usual.PNS, ...colors } };
  const refused = () => parseTemplates({ ...data, agencies: { ins_own: { ...own, palettes } } });

  expect(refused).toThrow(problem);
  expect(refused).toThrow(/ins_own/);
});

test("an agency with words of its own shares the usual ground, which is drawn once", () => {
  const agencies = { ins_own: { name: "Instansi Sendiri", texts: { contact: "Hubungi kami." } } };
  const template = templateFor("ins_own", "PNS", parseTemplates({ ...data, agencies }));

  expect([template.key, template.groundKey]).toEqual(["ins_own/PNS", "default/PNS"]);
});

test("gold that is dull on the usual ground is refused", () => {
  expect(() => parseTemplates({ ...data, gold: "#A31145" })).toThrow(/gold #A31145 on from/);
});

test.each([
  ["no name", { name: undefined }, /name/],
  ["an emblem that is not there", { emblem: "garuda" }, /emblem garuda is not there/],
  ["an emblem every object has", { emblem: "constructor" }, /emblem constructor is not there/],
  ["colours for one kind alone", { palettes: { PNS: usual.PNS } }, /PPPK/],
  ["a text too long for its place", { texts: { finder: "a".repeat(161) } }, /finder/],
  ["a misspelt text", { texts: { fnider: "Hubungi kami." } }, /fnider/],
  ["terms for one kind alone", { texts: { terms: { PNS: ["Syarat."] } } }, /PPPK/],
  ["terms of a kind that is none", { texts: { terms: { CPNS: ["Syarat."] } } }, /CPNS/],
  ["something of its own that is none", { pallettes: usual }, /pallettes/],
])("an agency with %s is refused", (_, different, problem) => {
  const agencies = { ins_own: { ...own, ...different } };

  expect(() => parseTemplates({ ...data, agencies })).toThrow(problem);
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
