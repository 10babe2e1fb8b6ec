/** Where everything of a circular stands on its pages of A4: the agency's head, number and «hal», whom it is for, the text, who signs. */
import { A4Column, bodySize, full, inks, styles } from "#shared/render/a4-column.ts";
import { breakable } from "#shared/render/breakable.ts";
import type { Measure } from "#shared/render/fit-text.ts";
import type { EmblemMark, Mark } from "#shared/render/mark.ts";
import { type ExactBlock, steps, type TextRole } from "#shared/render/text-block.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import type { Announcement } from "./announcement.ts";
import { type Circular, paragraphsOf } from "./circular.ts";

/** A circular with its announcement's words. */
export type CircularLetter = Pick<Announcement, "words"> & { readonly circular: Circular };

export const circularTitle = "Surat Edaran";

/** Where the values of «Nomor» and «Hal» begin, and the text of a numbered step. */
const factIndent = 360;
const stepIndent = 96;
/** Who signs stands at the right; room for a hand between post and name, about 25 mm. */
const signer = { x: full.x + full.width / 2, width: full.width / 2 };
const signatureRoom = 300;

/** An emblem of 24 mm, and the room beside it. */
const emblemRadius = 142;
const besideEmblem = {
  x: full.x + 2 * emblemRadius + 48,
  width: full.width - 2 * emblemRadius - 48,
};

/** Marks of each page, in the order in which they are read. Nothing is cut: a longer letter has more pages. Long: the letter, part by part. */
export function circularMarks(
  { words, circular }: CircularLetter,
  measure: Measure,
  shapes: EmblemMark["shapes"] = [],
): readonly (readonly Mark[])[] {
  const { number, nature, enclosure, place, day, to } = circular;
  const page = new A4Column(measure);
  addHead(page, circular, { shapes, measure });
  page.add(full, [
    { ...block(circularTitle, "H1"), ...styles.bold, align: "center", steps: steps(2, 56) },
    { ...block(`${place}, ${longDay(day)}`), align: "right", gap: 30 },
  ]);
  page.y += 30;
  page.pairs(factIndent, [
    ["Nomor", block(number, "LBody")],
    ["Sifat", block(nature, "LBody")],
    ["Lampiran", block(enclosure ?? "-", "LBody")],
    ["Hal", { ...block(words.title, "LBody"), ...styles.strong }],
  ]);
  page.add(full, [block("Yth.")]);
  page.y += 10;
  if (to.length === 1)
    page.add(
      full,
      to.map((each) => block(each)),
    );
  else
    page.pairs(
      stepIndent,
      to.map((each, i) => [`${i + 1}.`, block(each, "LBody")]),
    );
  page.y += 50;
  addText(page, words.text);
  addSigner(page, circular);
  return page.pages;
}

/** The agency's emblem at the left, beside it who writes; below both a line. What has no emblem is in the middle of the page. */
function addHead(
  page: A4Column,
  { sender, office }: Circular,
  { shapes, measure }: { readonly shapes: EmblemMark["shapes"]; readonly measure: Measure },
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
    const tried = new A4Column(measure);
    tried.add(besideEmblem, blocks);
    page.y += Math.max(0, emblemRadius - (tried.y - page.y) / 2);
    page.add(besideEmblem, blocks);
    page.y = Math.max(page.y, bottom);
  }
  page.y += 24;
  page.rule();
}

/** Paragraphs; those that begin with a number hang beside it. */
function addText(page: A4Column, text: string): void {
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

/** Post and name stay on one page. No signature is claimed: this service has none. */
function addSigner(page: A4Column, { signerPost, signerName }: Circular): void {
  page.y += 40;
  page.add(signer, [
    narrow(signerPost),
    { ...narrow(signerName), ...styles.strong, gap: signatureRoom },
  ]);
  page.y += 50;
  page.add(full, [
    {
      ...block("Surat ini tidak memuat tanda tangan elektronik."),
      ...{ color: inks.quiet, steps: steps(2, 36) },
    },
  ]);
}

/** Of any length that a circular may have: more lines than a page has room for. */
function block(said: string, role: TextRole = "P"): ExactBlock {
  const looks = { ...styles.plain, role, color: inks.text, isFilled: true } as const;
  return { ...looks, text: breakable(said), steps: steps(60, bodySize) };
}

/** In half the width of the page. */
function narrow(said: string): ExactBlock {
  return { ...block(said), text: breakable(said, 16) };
}
