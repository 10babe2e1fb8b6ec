/** What a template may say, at the edges of what is allowed. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { usualLook } from "#shared/card/design/look.ts";
import { parseTemplates, templateFor } from "#shared/card/design/template.ts";
import { contrast } from "#shared/render/color.ts";
import data from "../../../../shared/card/template.json" with { type: "json" };

const { PNS: usual } = data.palettes.merdeka;

function withTexts(texts: object) {
  return parseTemplates({ ...data, texts: { ...data.texts, ...texts } });
}

type Channel = fc.Arbitrary<number>;
const channel = (min: number, max = 255) => fc.integer({ min, max });
const colorOf = (red: Channel, green: Channel, blue: Channel) =>
  fc
    .tuple(red, green, blue)
    .map((values) => `#${Buffer.from(values).toString("hex").toUpperCase()}`);
const dark = colorOf(channel(0, 160), channel(0, 160), channel(0, 160));
/** Mostly within what the kind asks for (SE BKN 16/2022), so that contrast is what decides. */
const reddish = colorOf(channel(90), channel(0, 120), channel(0, 120));
const purplish = colorOf(channel(20, 160), channel(0, 120), channel(90));

test("whatever colours a palette has: they are refused, or white, ink and accent can be read", () => {
  let accepted = 0;
  fc.assert(
    fc.property(reddish, purplish, dark, dark, (from, to, ink, accent) => {
      const merdeka = { ...data.palettes.merdeka, PNS: { ...usual, from, to, ink, accent } };
      let palette: typeof usual | undefined;
      try {
        const templates = parseTemplates({ ...data, palettes: { merdeka } });
        palette = templateFor(usualLook, "PNS", templates).palette;
      } catch {
        return;
      }
      accepted++;
      for (const ground of [palette.from, palette.via, palette.to])
        expect(contrast("#FFFFFF", ground)).toBeGreaterThanOrEqual(4.5);
      for (const text of [palette.ink, palette.accent])
        for (const ground of [palette.panel[0] ?? "", "#FFFFFF"])
          expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 500, seed: 20261121 },
  );
  expect(accepted).toBeGreaterThan(10);
});

test.each([
  ["title", 60],
  ["subtitle", 60],
  ["preview", 12],
  ["status", 60],
  ["notIssued", 24],
  ["contact", 160],
  ["termsHeading", 60],
  ["finderHeading", 60],
  ["finder", 160],
  ["issuerHeading", 60],
  ["checkHeading", 60],
  ["check", 160],
  ["address", 160],
])("the text %s has 1 to %i characters", (name, longest) => {
  const texts = (length: number) => ({ [name]: "a".repeat(length) });

  expect(() => withTexts(texts(1))).not.toThrow();
  expect(() => withTexts(texts(longest))).not.toThrow();
  for (const length of [0, longest + 1]) expect(() => withTexts(texts(length))).toThrow(name);
});

test("the version's line names the template, and nothing of one card", () => {
  const version = (text: string) => ({ version: text });

  expect(() => withTexts(version("Templat {template}, dicetak bersama"))).not.toThrow();
  for (const text of ["Templat {template}, kartu {card}", "Kartu {card}", "Templat"])
    expect(() => withTexts(version(text))).toThrow("version");
});

test("terms are one to four sentences for each kind", () => {
  const terms = (count: number) => ({
    terms: {
      PNS: Array.from({ length: count }, () => "Syarat."),
      PPPK: ["Syarat."],
      "PPPK-PW": ["Syarat."],
    },
  });

  for (const count of [1, 4]) expect(() => withTexts(terms(count))).not.toThrow();
  for (const count of [0, 5]) expect(() => withTexts(terms(count))).toThrow("terms");
});

test.each([
  ["a script", [{ path: "M0 0<script>", fill: "#000000" }]],
  ["a reference", [{ path: "url(http://elsewhere.example)", fill: "#000000" }]],
  ["a fill that is no colour", [{ path: "M0 0h9v9Z", fill: "url(#a)" }]],
  ["too many repetitions", [{ path: "M0 0h9v9Z", fill: "ground", repeat: 65 }]],
  ["nothing", []],
])("an emblem with %s is refused", (_, emblem) => {
  expect(() => parseTemplates({ ...data, emblems: { ...data.emblems, own: emblem } })).toThrow();
});
