/** A paper's pages: what it is, its QR, and its parts one below the other. Letters of Indonesian offices are in Indonesian. */
import { A4Column, bodySize, full, inks, margin, styles } from "#shared/render/a4-column.ts";
import { breakable } from "#shared/render/breakable.ts";
import type { Measure } from "#shared/render/fit-text.ts";
import type { Mark } from "#shared/render/mark.ts";
import { qrOf } from "#shared/render/qr.ts";
import { type ExactBlock, steps } from "#shared/render/text-block.ts";

type Pair = readonly [label: string, said: string];

/** What a paper says. */
export interface DocumentPage {
  /** Above the title. */
  readonly sender: string;
  readonly title: string;
  readonly lead: string;
  readonly facts: readonly Pair[];
  readonly parts: readonly { readonly title: string; readonly pairs: readonly Pair[] }[];
  /** How it is checked, beside the address. */
  readonly check: string;
  /** As printed below the title; see `Issued`. */
  readonly address: string;
  readonly qrText: string;
  /** For who cannot see the QR. */
  readonly qr: string;
}

/** 40 mm, as on letters. */
const qrSide = 472;
const beside = { x: margin, width: full.width - qrSide - 60 };
const indent = 560;

/** Marks of each page, in the order in which they are read. Nothing is cut: a longer paper has more pages. */
export function documentMarks(page: DocumentPage, measure: Measure): readonly (readonly Mark[])[] {
  const column = new A4Column(measure);
  column.add(beside, [
    { ...block(page.sender), ...styles.strong, color: inks.quiet },
    { ...block(page.title), ...styles.bold, role: "H1", steps: steps(3, 84, 64), gap: 18 },
    { ...block(page.lead), gap: 30 },
    { ...block(`${page.check} ${page.address}`), ...styles.strong, gap: 24 },
  ]);
  column.mark(codeMark(page));
  column.y = Math.max(column.y, margin + qrSide) + 40;
  column.rule();
  column.pairs(indent, page.facts.map(pair));
  for (const { title, pairs } of page.parts) {
    column.rule();
    column.heading(title);
    column.pairs(indent, pairs.map(pair));
  }
  return column.pages;
}

function pair([label, said]: Pair): readonly [string, ExactBlock] {
  return [label, { ...block(said), role: "LBody" }];
}

/** Of any length: the steps have more lines than a page. */
function block(said: string): ExactBlock {
  return { ...styles.plain, text: breakable(said), color: inks.text, steps: steps(60, bodySize) };
}

/** At the top right. */
function codeMark({ qrText, qr }: DocumentPage): Mark {
  const corner = { x: full.x + full.width - qrSide, y: margin, radius: 0 };
  const panel = { ...corner, width: qrSide, height: qrSide };
  return { kind: "code", qr: qrOf(qrText), panel, alternative: qr };
}
