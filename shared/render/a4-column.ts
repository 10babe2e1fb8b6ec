/** Fills pages of A4 from the top down, in pixels of 300 dpi: headings, paragraphs, labels with what they say, lines across. */
import type { Measure, TextStyle } from "./fit-text.ts";
import type { Mark } from "./mark.ts";
import { type PlacedText, placeColumn } from "./place-text.ts";
import { type Block, steps } from "./text-block.ts";

export const a4Pixels = { width: 2480, height: 3508 } as const;

/** 20 mm, so that a sheet can be punched and folded into an envelope with a window. */
export const margin = 236;
/** The whole width between the margins. */
export const full = { x: margin, width: a4Pixels.width - 2 * margin } as const;
/** Eleven and a half points. */
export const bodySize = 48;

export const inks = { text: "#111827", quiet: "#4B5563", line: "#9CA3AF" } as const;
const wordSpacing = 0.05;
export const styles = {
  plain: { weight: 500, wordSpacing },
  strong: { weight: 700, wordSpacing },
  bold: { weight: 800, wordSpacing },
} as const satisfies Record<string, TextStyle>;

type Column = Readonly<Record<"x" | "width", number>>;

/** @typeParam Field the fields of records whose texts may be cut; by default none */
export class A4Column<Field extends string = never> {
  readonly #pages: [Mark[], ...Mark[][]] = [[]];
  y: number = margin;
  readonly #measure: Measure;

  constructor(measure: Measure) {
    this.#measure = measure;
  }

  /** In the order in which they are read. */
  get pages(): readonly [readonly Mark[], ...(readonly Mark[])[]] {
    return this.#pages;
  }

  /** What has no room on the page begins the next one. @throws DoesNotFit when an exact text is too long for its steps */
  add(column: Column, blocks: readonly Block<Field>[]): readonly PlacedText[] {
    this.#makeRoom(this.#place(column, blocks).bottom);
    const { texts, bottom } = this.#place(column, blocks);
    this.mark({ kind: "text", texts });
    this.y = bottom;
    return texts;
  }

  /** Something that stands at a place of its own on this page. */
  mark(mark: Mark): void {
    (this.#pages.at(-1) ?? this.#pages[0]).push(mark);
  }

  heading(said: string): void {
    // With a line below it: no heading ends a page.
    this.#makeRoom(this.y + 5 * bodySize);
    this.add(full, [
      { ...styles.bold, role: "H2", text: said, color: inks.text, steps: steps(1, 56) },
    ]);
    this.y += 22;
  }

  /** A line across the page. */
  rule(): void {
    const line = Float64Array.of(full.x, this.y, full.x + full.width, this.y);
    const lines = { lines: [line], color: inks.line, opacity: 1, thickness: 3 };
    this.mark({ kind: "lines", lines });
    this.y += 40;
  }

  /** How high blocks would stand. */
  heightOf(column: Column, blocks: readonly Block<Field>[]): number {
    return this.#place(column, blocks).bottom - this.y;
  }

  /** What comes next has so much room on its page. */
  keep(height: number): void {
    this.#makeRoom(this.y + height);
  }

  /** What comes next begins a page. */
  turn(): void {
    if (this.y > margin) this.#turn();
  }

  /** Texts side by side, on one page. */
  row(parts: readonly (readonly [Column, readonly Block<Field>[]])[]): void {
    this.keep(Math.max(...parts.map(([column, blocks]) => this.heightOf(column, blocks))));
    const top = this.y;
    let lower = top;
    for (const [column, blocks] of parts) {
      this.y = top;
      this.add(column, blocks);
      lower = Math.max(lower, this.y);
    }
    this.y = lower;
  }

  /** Labels with what they say beside them: facts, or numbered steps. */
  pairs(indent: number, pairs: readonly (readonly [label: string, value: Block<Field>])[]): void {
    for (const [text, value] of pairs) {
      const label = { ...styles.strong, role: "Lbl", text, color: inks.quiet } as const;
      this.row([
        [{ x: full.x, width: indent }, [{ ...label, steps: steps(3, bodySize) }]],
        [{ x: full.x + indent, width: full.width - indent }, [value]],
      ]);
      this.y += 20;
    }
    this.y += 20;
  }

  #place({ x, width }: Column, blocks: readonly Block<Field>[]) {
    return placeColumn(blocks, { x, y: this.y, width }, this.#measure);
  }

  #makeRoom(bottom: number): void {
    if (bottom > lowest && this.y > margin) this.#turn();
  }

  #turn(): void {
    this.#pages.push([]);
    this.y = margin;
  }
}

/** Where a page ends. */
const lowest = a4Pixels.height - margin;
