/** Where everything of a circular stands on its pages of A4: the agency's head, number and «hal», whom it is for, the text, who signs. */
import {
  addKop,
  addParagraphs,
  block,
  factIndent,
  narrow,
  stepIndent,
} from "#shared/document/letter-parts.ts";
import { A4Column, full, inks, styles } from "#shared/render/a4-column.ts";
import type { Measure } from "#shared/render/fit-text.ts";
import type { EmblemMark, Mark } from "#shared/render/mark.ts";
import { steps } from "#shared/render/text-block.ts";
import { longDay } from "#shared/runtime/long-day.ts";
import type { Announcement } from "./announcement.ts";
import type { Circular } from "./circular.ts";

/** A circular with its announcement's words. */
export type CircularLetter = Pick<Announcement, "words"> & { readonly circular: Circular };

export const circularTitle = "Surat Edaran";

/** Who signs stands at the right; room for a hand between post and name, about 25 mm. */
const signer = { x: full.x + full.width / 2, width: full.width / 2 };
const signatureRoom = 300;

/** Marks of each page, in the order in which they are read. Nothing is cut: a longer letter has more pages. Long: the letter, part by part. */
export function circularMarks(
  { words, circular }: CircularLetter,
  measure: Measure,
  shapes: EmblemMark["shapes"] = [],
): readonly (readonly Mark[])[] {
  const { number, nature, enclosure, place, day, to } = circular;
  const page = new A4Column(measure);
  addKop(page, circular, shapes);
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
  addParagraphs(page, words.text);
  addSigner(page, circular);
  return page.pages;
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
