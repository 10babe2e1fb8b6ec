/** Parts that letters of offices have in common: the head (kop), paragraphs, and the looks of their texts. */
import { type A4Column, bodySize, full, inks, styles } from "#shared/render/a4-column.ts";
import { breakable } from "#shared/render/breakable.ts";
import type { EmblemMark } from "#shared/render/mark.ts";
import { type ExactBlock, steps, type TextRole } from "#shared/render/text-block.ts";

/** Where the values of «Nomor» and «Hal» begin, and the text of a numbered step. */
export const factIndent = 360;
export const stepIndent = 96;

/** An emblem of 24 mm, and the room beside it. */
const emblemRadius = 142;
const besideEmblem = {
  x: full.x + 2 * emblemRadius + 48,
  width: full.width - 2 * emblemRadius - 48,
};

/** Of any length that a letter may have: more lines than a page has room for. */
export function block(said: string, role: TextRole = "P"): ExactBlock {
  const looks = { ...styles.plain, role, color: inks.text, isFilled: true } as const;
  return { ...looks, text: breakable(said), steps: steps(60, bodySize) };
}

/** In half the width of the page. */
export function narrow(said: string): ExactBlock {
  return { ...block(said), text: breakable(said, 16) };
}

/** The agency's emblem at the left, beside it who writes; below both a line. What has no emblem is in the middle of the page. */
export function addKop(
  page: A4Column,
  { sender, office }: { readonly sender: string; readonly office?: string },
  shapes: EmblemMark["shapes"],
): void {
  const quiet = { align: "center", color: inks.quiet } as const;
  const blocks: readonly ExactBlock[] = [
    { ...block(sender), ...styles.bold, align: "center", steps: steps(20, 64) },
    ...(office === undefined ? [] : [{ ...block(office), ...quiet, gap: 12 }]),
  ];
  if (shapes.length === 0) page.add(full, blocks);
  else {
    const bottom = page.y + 2 * emblemRadius;
    const middle = { x: full.x + emblemRadius, y: page.y + emblemRadius };
    const alternative = `Lambang ${sender}`;
    page.mark({ kind: "emblem", shapes, middle, radius: emblemRadius, alternative });
    // What is lower than the emblem stands at its middle.
    page.y += Math.max(0, emblemRadius - page.heightOf(besideEmblem, blocks) / 2);
    page.add(besideEmblem, blocks);
    page.y = Math.max(page.y, bottom);
  }
  page.y += 24;
  page.rule();
}

/** Paragraphs; those that begin with a number hang beside it. */
export function addParagraphs(page: A4Column, text: string): void {
  for (const paragraph of paragraphsOf(text)) {
    const [, mark, rest] = /^(\d{1,2}\.)\s+(.+)$/.exec(paragraph) ?? [];
    if (mark !== undefined && rest !== undefined) {
      page.pairs(stepIndent, [[mark, block(rest, "LBody")]]);
      // As close as the steps of one list.
      page.y -= 10;
    } else {
      page.add(full, [block(paragraph)]);
      page.y += 30;
    }
  }
}

/** One line as it is, several as a numbered list. */
export function addLines(page: A4Column, lines: readonly string[]): void {
  const [first, ...others] = lines;
  if (first === undefined) return;
  if (others.length === 0) page.add(full, [block(first)]);
  else
    page.pairs(
      stepIndent,
      lines.map((each, i) => [`${i + 1}.`, block(each, "LBody")]),
    );
}

/** The paragraphs of a text, without empty ones. */
export function paragraphsOf(text: string): string[] {
  return text.split(/\n+/).flatMap((each) => each.trim() || []);
}
