import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { contrast } from "#shared/card/drawing/color.ts";
import { parseTemplates, templateFor, templateVersion } from "#shared/card/drawing/template.ts";

const file = new URL("../../../../shared/card/template.json", import.meta.url);
const data = JSON.parse(readFileSync(file, "utf8"));

test("the version names the template and digests it", () => {
  expect(templateVersion).toMatch(/^t1-[0-9a-f]{8}$/);
});

test("an agency has its own emblem, colours and texts; the others keep the usual ones", () => {
  const own = { ...data.palettes.PNS, from: "#7A0A22" };
  const templates = parseTemplates({
    ...data,
    agencies: {
      ins_own: { emblem: "truntum", palettes: { PNS: own }, texts: { finder: "Hubungi kami." } },
    },
  });

  const template = templateFor("ins_own", "PNS", templates);
  expect(template.emblem).toEqual(templates.emblems.truntum);
  expect(template.palette.from).toBe("#7A0A22");
  expect(template.texts.finder).toBe("Hubungi kami.");
  expect(template.texts.title).toBe("KARTU ASN VIRTUAL");
  expect(templateFor("ins_own", "PPPK", templates).palette).toEqual(templates.palettes.PPPK);
  expect(templateFor("ins_other", "PNS", templates).key).toBe("default/PNS");
  expect(templateFor("ins_other", "PNS", templates).emblem).toEqual(templates.emblems.kawung);
});

test.each([
  ["a ground on which white cannot be read", { from: "#E8A0A0" }, /White text/],
  ["ink that vanishes on the panel", { ink: "#CCCCCC" }, /Ink and accent/],
  ["a colour by name", { glow: "red" }, /glow/],
])("%s is refused", (_, colors, problem) => {
  const agencies = { ins_own: { palettes: { PNS: { ...data.palettes.PNS, ...colors } } } };

  expect(() => parseTemplates({ ...data, agencies })).toThrow(problem);
});

test.each([
  ["an emblem that is not there", { emblem: "garuda" }, /not there/],
  ["a text too long for its place", { texts: { finder: "a".repeat(161) } }, /finder/],
])("%s is refused", (_, own, problem) => {
  expect(() => parseTemplates({ ...data, agencies: { ins_own: own } })).toThrow(problem);
});

test("contrast is that of WCAG", () => {
  expect(contrast("#FFFFFF", "#000000")).toBeCloseTo(21);
  expect(contrast("#777777", "#FFFFFF")).toBeCloseTo(4.48, 2);
});
