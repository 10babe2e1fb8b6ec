import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { contrast } from "../support/contrast.ts";

const source = join(import.meta.dirname, "..", "..", "web", "src");
const stylesheets = readdirSync(source, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".css"),
);
const css = (file: string) =>
  readFileSync(join(source, file), "utf8").replaceAll(/\/\*[\s\S]*?\*\//g, "");

/** Values of the usual theme, with what one takes from another looked up. */
const [root = ""] = css("tokens.css").split("@media");
const declared = new Map(
  [...root.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map(([, name = "", value = ""]) => [name, value]),
);
function token(name: string): string {
  const value = declared.get(`--${name}`);
  if (!value) throw new Error(`tokens.css has no --${name}.`);
  const other = value.match(/^var\(--([\w-]+)\)$/)?.[1];
  return other ? token(other) : value;
}

const grounds = ["background", "background-page"];
const on = (texts: readonly string[], where: readonly string[]) =>
  texts.flatMap((text) => where.map((ground) => [text, ground] as const));
const words = ["guide", "positive", "warning", "negative"];

/** Text on the ground it stands on, WCAG 1.4.3; placeholders and what is disabled are to be read as well. */
const texts = [
  ...on(["content", "content-soft", "link", "placeholder", "action", "hover"], grounds),
  ...on(words, grounds),
  ...words.map((word) => [word, `${word}-background`] as const),
  ...on(["action", "negative-hover", "link"], ["hover-quiet"]),
  ["negative-hover", "negative-background"],
  ["link", "guide-background"],
  ["link", "warning-background"],
  ["action-content", "action"],
  ["action-content", "hover"],
  ["selected-content", "selected"],
  ["disabled-content", "disabled"],
] as const;

/** Lines that say where something is, and what has the focus, WCAG 1.4.11. */
const lines = [
  ...on(["stroke-field", "disabled-stroke", "focus", "action", "negative"], grounds),
  ["focus", "guide-background"],
] as const;

test.each(texts)("text of %s can be read on %s", (text, ground) => {
  expect(contrast(token(text), token(ground))).toBeGreaterThanOrEqual(4.5);
});

test.each(lines)("a line of %s can be seen on %s", (line, ground) => {
  expect(contrast(token(line), token(ground))).toBeGreaterThanOrEqual(3);
});

test("white cloth can be told from what transparent photos lie on", () => {
  expect(contrast("#ffffff", token("stroke"))).toBeGreaterThan(1.6);
  expect(contrast("#ffffff", token("disabled"))).toBeGreaterThan(1.25);
});

test.each(stylesheets.filter((file) => file !== "tokens.css"))(
  "%s takes every colour from the tokens",
  (file) => {
    const values = [...css(file).matchAll(/:\s([^;{}]+);/g)].map(([, value = ""]) => value);
    const colour =
      /#[0-9a-f]{3,8}\b|\b(rgba?|hsla?|hwb|lab|lch|oklab|oklch|color|color-mix)\(|\b(white|black|red|green|blue|gr[ae]y|silver|orange|yellow|purple|maroon|navy|teal|Canvas|CanvasText|Highlight|HighlightText|GrayText|ButtonText|ButtonFace)\b/i;
    expect(values.filter((value) => colour.test(value.replaceAll(/var\([^)]*\)/g, "")))).toEqual(
      [],
    );
  },
);

test.each(stylesheets)("%s asks for no token that is not there", (file) => {
  const asked = [...css(file).matchAll(/var\((--[\w-]+)/g)].map(([, name = ""]) => name);
  expect(asked.filter((name) => !declared.has(name))).toEqual([]);
});

test("every token is used, so that a theme's author replaces nothing in vain", () => {
  const all = stylesheets.map(css).join("\n");
  expect([...declared.keys()].filter((name) => !all.includes(`var(${name})`))).toEqual([]);
});

test("what can be touched is at least 44 px high", () => {
  const rem = Number(declared.get("--target")?.replace("rem", ""));
  expect(rem * 16).toBeGreaterThanOrEqual(44);
});

test("contrast is WCAG's: black on white is 21, a grey of both is between", () => {
  expect(contrast("#000000", "#ffffff")).toBeCloseTo(21, 5);
  expect(contrast("#767676", "#ffffff")).toBeCloseTo(4.54, 2);
});
