/** What a frame shows of a file: pictures and words, in a page that can do nothing. */
import { createHash } from "node:crypto";
import { expect, test } from "vitest";
import {
  evidencePage,
  evidencePageHeaders,
} from "../../../functions/evidence-api/evidence-page.ts";

const picture = Buffer.from("a picture");

test("each page is a picture with its place, in the reader's language", () => {
  const drawn = { pictures: [picture, picture], pages: 2 };
  const html = evidencePage(drawn, "id");

  expect(html.match(/<img alt="Halaman \d dari 2" src="data:image\/jpeg;base64,/g)).toHaveLength(2);
  expect(evidencePage(drawn, "en")).toContain('alt="Page 2 of 2"');
});

test("what is not shown is said", () => {
  const three = { pictures: [picture, picture, picture], pages: 9 };
  expect(evidencePage(three, "id")).toContain("Hanya 3 halaman pertama");
  expect(evidencePage(three, "en")).toContain("Only the first 3 pages are shown");
  expect(evidencePage({ pictures: [picture], pages: 9 }, "en")).toContain("first page is shown");
  expect(evidencePage({ pictures: [picture], pages: 1 }, "id")).not.toContain("Unduh");
  expect(evidencePage(undefined, "id")).toContain("tidak dapat ditampilkan");
});

test("it runs nothing, sends nothing, and stands in frames of this site alone", () => {
  const html = evidencePage({ pictures: [picture], pages: 1 }, "id");
  const [, style = ""] = /<style>(.*?)<\/style>/.exec(html) ?? [];
  const hash = createHash("sha256").update(style).digest("base64");

  // The one frame is empty: the page around counts it.
  expect(html.match(/<iframe[^>]*>/g)).toEqual(["<iframe hidden>"]);
  expect(html).not.toMatch(/<script|\son\w+=|href=|<form/);
  expect(evidencePageHeaders["content-security-policy"].split("; ")).toEqual([
    ...["sandbox", "default-src 'none'", "img-src data:", `style-src 'sha256-${hash}'`],
    ...["form-action 'none'", "base-uri 'none'", "frame-ancestors 'self'"],
  ]);
});
