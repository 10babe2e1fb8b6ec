import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { chaptersIn } from "../../web/src/guide/chapters.ts";
import { en as checkingEn } from "../../web/src/messages/en/checking.ts";
import { en as lostPhoneEn } from "../../web/src/messages/en/lost-phone.ts";
import { id as checking } from "../../web/src/messages/id/checking.ts";
import { id as lostPhone } from "../../web/src/messages/id/lost-phone.ts";

/** The texts of all other pages of a language, as their files have them. */
function otherTexts(language: string): string {
  const folder = `web/src/messages/${language}`;
  return readdirSync(folder)
    .filter((file) => !/^(lost-phone|checking|guide.*)\.ts$/.test(file))
    .map((file) => readFileSync(`${folder}/${file}`, "utf8"))
    .join("\n");
}

test.each([
  ["id", "a lost phone", lostPhone, 15],
  ["en", "a lost phone", lostPhoneEn, 15],
  ["id", "checking", checking, 10],
  ["en", "checking", checkingEn, 10],
  ["id", "the guide", chaptersIn("id"), 100],
  ["en", "the guide", chaptersIn("en"), 100],
])(
  "what the printed steps call a button or a page is called so there: %s, %s",
  (language, _steps, steps, least) => {
    const named = [...JSON.stringify(steps).matchAll(/«([^»]+)»/g)].map(([, name = ""]) => name);
    const texts = otherTexts(language);

    expect(named.length).toBeGreaterThan(least);
    expect(named.filter((name) => !texts.includes(`"${name}"`))).toEqual([]);
  },
);
