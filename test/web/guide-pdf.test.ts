/** The guide's PDF: the same words as its pages, real text, tagged, light enough, with the right page beside each chapter. */
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PDFiumLibrary } from "@hyzyla/pdfium";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleGuidePdf } from "../../web/build/guide-pdf.ts";
import { pictureFiles } from "../../web/build/guide-pictures.ts";
import { chaptersIn } from "../../web/src/guide/chapters.ts";

const mostBytes = 2_000_000;
const wasm = createRequire(import.meta.url).resolve("@hyzyla/pdfium/pdfium.wasm");
/** As a reader that is not ours finds it, without what lines and hyphens make of spaces. */
const bare = (text: string) => text.replaceAll(/\s+/g, "");

async function textOf(pdf: Uint8Array): Promise<readonly string[]> {
  const library = await PDFiumLibrary.init({
    wasmBinary: new Uint8Array(readFileSync(wasm)).buffer,
  });
  const document = await library.loadDocument(pdf);
  try {
    return Array.from(document.pages(), (page) => page.getText());
  } finally {
    document.destroy();
    library.destroy();
  }
}

describe.each(["id", "en"] as const)("the guide's PDF, %s", (language) => {
  const folder = mkdtempSync(join(tmpdir(), "kartu-petunjuk-"));
  let pdf: Buffer;
  let pages: readonly string[];

  beforeAll(async () => {
    const { address, bytes } = await bundleGuidePdf(language, folder);
    pdf = readFileSync(join(folder, address));
    expect(pdf.length).toBe(bytes);
    pages = await textOf(pdf);
  }, 60_000);
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("every sentence of the chapters is in it, in their order", () => {
    const all = bare(pages.join(" "));
    let from = bare(pages[0] ?? "").length;
    for (const { title, lead, sections } of chaptersIn(language)) {
      const parts = Object.values(sections).flatMap(
        ({ title: heading, text = [], steps = [], points = [] }) => [
          heading,
          ...text,
          ...steps,
          ...points,
        ],
      );
      for (const said of [title, lead, ...parts]) {
        const at = all.indexOf(bare(said).slice(0, 40), from);
        expect(at, said).toBeGreaterThanOrEqual(from);
        from = at;
      }
    }
  });

  test("the contents name the page on which each chapter begins", () => {
    const [contents = ""] = pages;
    for (const { title } of chaptersIn(language)) {
      const line = contents.replaceAll(/\s+/g, " ").split(`${title}, `)[1] ?? "";
      const page = Number(/\d+/.exec(line)?.[0]);
      expect(bare(pages[page - 1] ?? ""), title).toContain(bare(title));
    }
  });

  test("it is tagged, with a heading for each chapter and a text for each picture, and light", () => {
    const source = pdf.toString("latin1");
    const headings = source.match(/\/S \/H1\b/g) ?? [];
    const figures = source.match(/\/S \/Figure\b[^>]*\/Alt </g) ?? [];

    expect(source).toContain(`/Lang (${language})`);
    expect(headings).toHaveLength(chaptersIn(language).length + 1);
    expect(figures).toHaveLength(pictureFiles(language).length);
    expect(pdf.length).toBeLessThan(mostBytes);
  });
});
