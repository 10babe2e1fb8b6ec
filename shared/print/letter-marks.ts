/** Where everything of an activation letter stands on its page of A4, in pixels of 300 dpi. */
import { A4Column, bodySize, full, inks, margin, styles } from "#shared/render/a4-column.ts";
import type { Measure } from "#shared/render/fit-text.ts";
import type { Mark } from "#shared/render/mark.ts";
import { qrOf } from "#shared/render/qr.ts";
import { type Block, steps } from "#shared/render/text-block.ts";
import type { ActivationLetter } from "./activation-letter.ts";
import { letterTitle, stepsOf, letterTexts as text } from "./letter-texts.ts";

/** 40 mm of which its quiet zone is a part: read from a letter on a table. */
const qrSide = 472;
const beside = { x: margin, width: full.width - qrSide - 60 };
/** Where the value of a fact begins, and the text of a step. */
const factIndent = 330;
const stepIndent = 96;

const { bold, plain, strong } = styles;

type Field = "name" | "unitKerja" | "instansi";

/** Marks from the top down, in the order in which they are read. Names that are too long end with an ellipsis. Long: the letter, part by part. */
export function letterMarks(letter: ActivationLetter, measure: Measure): Mark[] {
  const page = new A4Column<Field>(measure);
  page.add(beside, [
    {
      ...strong,
      record: letter,
      field: "instansi",
      color: inks.quiet,
      steps: steps(2, 46, 40, 36),
    },
    { ...bold, role: "H1", text: letterTitle, color: inks.text, steps: steps(2, 84), gap: 18 },
    { ...plain, text: text.lead, color: inks.text, steps: steps(6, bodySize), gap: 30 },
  ]);
  page.y = Math.max(page.y, margin + qrSide) + 40;
  page.rule();
  page.pairs(factIndent, [
    [text.facts.name, fact({ record: letter, field: "name" })],
    [text.facts.nip, fact({ text: letter.nip })],
    [text.facts.unitKerja, fact({ record: letter, field: "unitKerja" })],
  ]);
  page.rule();
  if (letter.email === undefined) {
    page.heading(text.counterTitle);
    page.add(full, [{ ...plain, text: text.counter, color: inks.text, steps: steps(5, bodySize) }]);
    page.y += 50;
  }
  page.heading(text.stepsTitle);
  page.pairs(
    stepIndent,
    stepsOf(letter).map((step, i) => [
      `${i + 1}.`,
      { ...plain, role: "LBody", text: step, color: inks.text, steps: steps(4, bodySize) },
    ]),
  );
  page.y += 24;
  page.heading(text.safetyTitle);
  page.add(
    full,
    text.safety.map((said) => ({
      ...plain,
      text: said,
      color: inks.text,
      steps: steps(3, bodySize),
      gap: 20,
    })),
  );
  return [...page.pages.flat(), codeMark(letter)];
}

/** Leads to the site, from the top right. */
function codeMark({ site, qrText }: ActivationLetter): Mark {
  const corner = { x: full.x + full.width - qrSide, y: margin, radius: 0 };
  const panel = { ...corner, width: qrSide, height: qrSide };
  return { kind: "code", qr: qrOf(qrText), panel, alternative: text.qr(site) };
}

function fact(
  said: { readonly text: string } | { readonly record: ActivationLetter; readonly field: Field },
): Block<Field> {
  const looks = { ...strong, role: "LBody", color: inks.text } as const;
  if ("field" in said) return { ...looks, ...said, steps: steps(2, bodySize, 44, 40) };
  return { ...looks, ...said, steps: steps(4, bodySize) };
}
