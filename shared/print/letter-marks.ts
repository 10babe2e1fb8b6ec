/** Where everything of an activation letter stands on its page of A4, in pixels of 300 dpi. */
import type { Measure, TextStyle } from "#shared/render/fit-text.ts";
import type { Mark } from "#shared/render/mark.ts";
import { type PlacedText, placeColumn } from "#shared/render/place-text.ts";
import { qrOf } from "#shared/render/qr.ts";
import { type Block, steps } from "#shared/render/text-block.ts";
import type { ActivationLetter } from "./activation-letter.ts";
import { letterTitle, stepsOf, letterTexts as text } from "./letter-texts.ts";

export const letterSize = { width: 2480, height: 3508 } as const;

/** 20 mm, so that a letter can be punched and folded into an envelope with a window. */
const margin = 236;
const full = { x: margin, width: letterSize.width - 2 * margin };
/** 40 mm of which its quiet zone is a part: read from a letter on a table. */
const qrSide = 472;
const beside = { x: margin, width: full.width - qrSide - 60 };
/** Where the value of a fact begins, and the text of a step. */
const factIndent = 330;
const stepIndent = 96;

const ink = "#111827";
const quiet = "#4B5563";
const wordSpacing = 0.05;
const plain: TextStyle = { weight: 500, wordSpacing };
const strong: TextStyle = { weight: 700, wordSpacing };
const bold: TextStyle = { weight: 800, wordSpacing };
/** Eleven and a half points. */
const body = 48;

type Field = "name" | "unitKerja" | "instansi";

/** Marks from the top down, in the order in which they are read. Names that are too long end with an ellipsis. */
export function letterMarks(letter: ActivationLetter, measure: Measure): Mark[] {
  const page = new Page(measure);
  page.add(beside, [
    { ...strong, record: letter, field: "instansi", color: quiet, steps: steps(2, 46, 40, 36) },
    { ...bold, role: "H1", text: letterTitle, color: ink, steps: steps(2, 84), gap: 18 },
    { ...plain, text: text.lead, color: ink, steps: steps(6, body), gap: 30 },
  ]);
  page.y = Math.max(page.y, margin + qrSide) + 40;
  page.rule();
  page.pairs(factIndent, [
    [text.facts.name, { record: letter, field: "name" }],
    [text.facts.nip, { text: letter.nip }],
    [text.facts.unitKerja, { record: letter, field: "unitKerja" }],
  ]);
  page.rule();
  if (letter.email === undefined) {
    page.heading(text.counterTitle);
    page.add(full, [{ ...plain, text: text.counter, color: ink, steps: steps(5, body) }]);
    page.y += 50;
  }
  page.heading(text.stepsTitle);
  page.pairs(
    stepIndent,
    stepsOf(letter).map((step, i) => [`${i + 1}.`, { text: step, isBody: true }]),
  );
  page.y += 24;
  page.heading(text.safetyTitle);
  page.add(
    full,
    text.safety.map((said) => ({
      ...plain,
      text: said,
      color: ink,
      steps: steps(3, body),
      gap: 20,
    })),
  );
  return [...page.marks, codeMark(letter)];
}

/** Leads to the site, from the top right. */
function codeMark({ site, qrText }: ActivationLetter): Mark {
  const corner = { x: full.x + full.width - qrSide, y: margin, radius: 0 };
  const panel = { ...corner, width: qrSide, height: qrSide };
  return { kind: "code", qr: qrOf(qrText), panel, alternative: text.qr(site) };
}

type Value =
  | { readonly text: string; readonly isBody?: true }
  | { readonly record: ActivationLetter; readonly field: Field };

/** Fills a page from the top. @throws DoesNotFit when a text of ours has no room */
class Page {
  readonly marks: Mark[] = [];
  y = margin;
  readonly #measure: Measure;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  add({ x, width }: typeof full, blocks: readonly Block<Field>[]): readonly PlacedText[] {
    const { texts, bottom } = placeColumn(blocks, { x, y: this.y, width }, this.#measure);
    this.marks.push({ kind: "text", texts });
    this.y = bottom;
    return texts;
  }

  heading(said: string): void {
    this.add(full, [{ ...bold, role: "H2", text: said, color: ink, steps: steps(1, 56) }]);
    this.y += 22;
  }

  /** A line across the page. */
  rule(): void {
    const line = Float64Array.of(full.x, this.y, full.x + full.width, this.y);
    this.marks.push({
      kind: "lines",
      lines: { lines: [line], color: "#9CA3AF", opacity: 1, thickness: 3 },
    });
    this.y += 40;
  }

  /** Labels with what they say beside them: facts, or numbered steps. */
  pairs(indent: number, pairs: readonly (readonly [label: string, value: Value])[]): void {
    for (const [label, value] of pairs) {
      const top = this.y;
      this.add({ x: full.x, width: indent }, [
        { ...strong, role: "Lbl", text: label, color: quiet, steps: steps(1, body) },
      ]);
      this.y = top;
      this.add({ x: full.x + indent, width: full.width - indent }, [valueBlock(value)]);
      this.y += 20;
    }
    this.y += 20;
  }
}

function valueBlock(value: Value): Block<Field> {
  if ("field" in value)
    return { ...strong, ...value, role: "LBody", color: ink, steps: steps(2, body, 44, 40) };
  const style = value.isBody ? plain : strong;
  return { ...style, role: "LBody", text: value.text, color: ink, steps: steps(4, body) };
}
