/** The guide as one PDF, of the same words and pictures as its pages: tagged, in their order, with the pages of its chapters in the contents. */
import { readFileSync } from "node:fs";
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import sharp from "sharp";
import {
  A4Column,
  a4Pixels,
  bodySize,
  full,
  inks,
  margin,
  styles,
} from "#shared/render/a4-column.ts";
import { breakable } from "#shared/render/breakable.ts";
import type { Mark } from "#shared/render/mark.ts";
import { A4Setter } from "#shared/render/pdf/a4-setter.ts";
import { placeColumn } from "#shared/render/place-text.ts";
import { type ExactBlock, steps, type TextRole } from "#shared/render/text-block.ts";
import type { Language } from "../src/addresses.ts";
import {
  chaptersIn,
  type GuideChapter,
  type GuideSection,
  guideFrame,
} from "../src/guide/chapters.ts";
import { en as commonEn } from "../src/messages/en/common.ts";
import { id as commonId } from "../src/messages/id/common.ts";
import { digestOf } from "./digest.ts";
import { pictureFiles } from "./guide-pictures.ts";

const names = { id: commonId.appName, en: commonEn.appName };

/** Beside "1." or "•". */
const indent = 90;
/** 60 mm for what was taken of a phone, 150 mm for a desk's. */
const pictureWidths = { narrow: 709, wide: 1772 } as const;
const widest = 1000;
const jpegQuality = 72;

type Jpegs = NonNullable<Parameters<A4Setter["set"]>[1]["pictures"]>;

/** Writes the file below assets/ in `out`. @returns its address, and its size in bytes */
export async function bundleGuidePdf(
  language: Language,
  out: string,
): Promise<{ readonly address: string; readonly bytes: number }> {
  const pictures = new Map(await Promise.all(pictureFiles(language).map(jpegOf)));
  const setter = new A4Setter();
  const pages = guideMarks(language, pictures, setter.measure);
  const title = `${guideFrame[language].title} ${names[language]}`;
  const pdf = await setter.file(pages, { title, language, pictures });
  const address = `/assets/petunjuk-${language}-${digestOf(pdf)}.pdf`;
  await mkdir(join(out, "assets"), { recursive: true });
  await writeFile(join(out, address), pdf);
  return { address, bytes: pdf.length };
}

/** A PDF has no WebP. */
async function jpegOf({ name, path }: { readonly name: string; readonly path: string }) {
  const { data, info } = await sharp(readFileSync(path))
    .resize({ width: widest, withoutEnlargement: true })
    .jpeg({ quality: jpegQuality, mozjpeg: true })
    .toBuffer({ resolveWithObject: true });
  const { width, height } = info;
  return [name, { jpeg: data, width, height }] as const;
}

/** Each page's marks: the contents first, on one page, then the chapters, each from the top of a page. */
function guideMarks(
  language: Language,
  pictures: Jpegs,
  measure: A4Setter["measure"],
): readonly (readonly Mark[])[] {
  const column = new A4Column(measure);
  const chapters = chaptersIn(language);
  const firstPages = chapters.map((chapter, at) => {
    if (at > 0) column.turn();
    const page = column.pages.length + 1;
    addChapter(column, { chapter, at, language, pictures });
    return page;
  });
  const front = new A4Column(measure);
  const { title, lead, contents } = guideFrame[language];
  front.add(full, [
    { ...block(names[language]), ...styles.strong, color: inks.quiet },
    { ...block(title), ...styles.bold, role: "H1", steps: steps(2, 96), gap: 18 },
    { ...block(lead), gap: 30 },
  ]);
  front.y += 60;
  front.heading(contents);
  front.pairs(
    indent,
    chapters.map((chapter, at) => [
      `${at + 1}.`,
      block(`${chapter.title}, ${guideFrame[language].page(firstPages[at] ?? 0)}`, "LBody"),
    ]),
  );
  return [...front.pages, ...column.pages].map((marks, at) => [
    ...marks,
    footOf(guideFrame[language].page(at + 1), measure),
  ]);
}

interface Chapter {
  readonly chapter: GuideChapter;
  readonly at: number;
  readonly language: Language;
  readonly pictures: Jpegs;
}

function addChapter(column: A4Column, { chapter, at, language, pictures }: Chapter): void {
  const { name, title, lead, sections } = chapter;
  column.add(full, [
    { ...block(guideFrame[language].chapter(at + 1)), ...styles.strong, color: inks.quiet },
    { ...block(title), ...styles.bold, role: "H1", steps: steps(3, 76), gap: 10 },
    { ...block(lead), gap: 20 },
  ]);
  for (const [id, section] of Object.entries(sections)) {
    column.y += 40;
    column.heading(section.title);
    addSection(column, section);
    const picture = pictures.get(`${name}-${id}`);
    if (section.picture && picture)
      addPicture(column, { name: `${name}-${id}`, alternative: section.picture, ...picture });
  }
}

function addSection(column: A4Column, { text = [], steps: acts = [], points = [] }: GuideSection) {
  for (const line of text) {
    column.add(full, [block(line)]);
    column.y += 20;
  }
  column.pairs(
    indent,
    acts.map((line, at) => [`${at + 1}.`, block(line, "LBody")]),
  );
  column.pairs(
    indent,
    points.map((line) => ["•", block(line, "LBody")]),
  );
}

interface Shown {
  readonly name: string;
  readonly alternative: string;
  readonly width: number;
  readonly height: number;
}

function addPicture(column: A4Column, { name, alternative, ...size }: Shown): void {
  const width = size.height > size.width ? pictureWidths.narrow : pictureWidths.wide;
  const height = Math.round((width * size.height) / size.width);
  column.keep(height);
  const box = { x: full.x, y: column.y, width, height, radius: 12 };
  const frame = { color: inks.line, thickness: 3 };
  column.mark({ kind: "picture", name, box, frame, alternative });
  column.y += height + 30;
}

/** Below what a page has room for. */
function footOf(said: string, measure: A4Setter["measure"]): Mark {
  const place = { ...full, y: a4Pixels.height - margin + 60 };
  const foot = { ...block(said), color: inks.quiet, steps: steps(1, 36) };
  return { kind: "text", texts: placeColumn([foot], place, measure).texts };
}

function block(said: string, role: TextRole = "P"): ExactBlock {
  const looks = { ...styles.plain, role, color: inks.text, isFilled: true } as const;
  return { ...looks, text: breakable(said, 40), steps: steps(60, bodySize) };
}
