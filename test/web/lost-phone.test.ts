import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { en } from "../../web/src/messages/en/lost-phone.ts";
import { id } from "../../web/src/messages/id/lost-phone.ts";

/** The texts of all other pages of a language, as their files have them. */
function otherTexts(language: string): string {
  const folder = `web/src/messages/${language}`;
  return readdirSync(folder)
    .filter((file) => file !== "lost-phone.ts")
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .join("\n");
}

test.each([
  ["id", id],
  ["en", en],
])("what the printed steps call a button or a page is called so there: %s", (language, steps) => {
  const named = [...JSON.stringify(steps).matchAll(/«([^»]+)»/g)].map(([, name = ""]) => name);
  const texts = otherTexts(language);

  expect(named.length).toBeGreaterThan(15);
  expect(named.filter((name) => !texts.includes(`"${name}"`))).toEqual([]);
});
