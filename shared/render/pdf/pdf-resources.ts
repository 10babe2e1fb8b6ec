import type { Measure, Weight } from "../fit-text.ts";
import type { EmbeddedFonts } from "./embedded-fonts.ts";
import { type PdfWriter, type Reference, ref } from "./pdf-writer.ts";
import type { SubsetFont } from "./subset-font.ts";

/** The resources that the contents of one file share: fonts with the used letters, and opacities. */
export class PdfResources {
  /** Of the texts that these fonts draw. */
  readonly measure: Measure;
  readonly #writer: PdfWriter;
  readonly #embedded: EmbeddedFonts;
  readonly #fontNames: Reference;
  readonly #stateNames: Reference;
  readonly #fonts = new Map<Weight, SubsetFont>();
  readonly #opacities = new Map<number, string>();

  /** @param measure the canvas's, which kerns; or that of the fonts alone */
  constructor(writer: PdfWriter, embedded: EmbeddedFonts, measure: Measure) {
    this.measure = measure;
    this.#writer = writer;
    this.#embedded = embedded;
    this.#fontNames = writer.reserve();
    this.#stateNames = writer.reserve();
  }

  /** Of a resource dictionary, for any content whose pen has these resources. */
  get entries(): string {
    return `/Font ${ref(this.#fontNames)} /ExtGState ${ref(this.#stateNames)}`;
  }

  /** The name of a state of this opacity, 0 to 1. */
  opacityName(opacity: number): string {
    const known = this.#opacities.get(opacity);
    if (known) return known;
    const name = `a${String(opacity).replace(".", "_")}`;
    this.#opacities.set(opacity, name);
    return name;
  }

  /**
   * The operand that shows a text: glyphs, and how much the space between two differs from the font's widths.
   * @param spacing added to every space, in em
   */
  textOperand(text: string, weight: Weight, spacing: number): string {
    const font = this.#fonts.get(weight) ?? this.#embedded.subsetOf(weight);
    this.#fonts.set(weight, font);
    const letters = [...text];
    let operand = "<";
    for (const [index, letter] of letters.entries()) {
      const { code, width } = font.use(letter);
      operand += code;
      const next = letters[index + 1];
      if (next === undefined) break;
      // The kerning of two letters is the width that is measured of both, less their single widths.
      const advance = this.measure(letter + next, weight) - this.measure(next, weight);
      const adjustment = Math.round(width - 1000 * (advance + (letter === " " ? spacing : 0)));
      if (adjustment !== 0) operand += `>${adjustment}<`;
    }
    return `[${operand}>]`;
  }

  /** Writes the resources. Fonts are cut now, with all letters that were used, so nothing may be drawn afterwards. */
  finish(): void {
    const fonts = [...this.#fonts].map(([weight, font]): [string, Reference] => [
      `F${weight}`,
      this.#embedded.add(this.#writer, font, weight),
    ]);
    const states = [...this.#opacities].map(
      ([opacity, name]) => `/${name} << /ca ${opacity} /CA ${opacity} >>`,
    );
    this.#writer.set(this.#fontNames, `<< ${named(fonts)} >>`);
    this.#writer.set(this.#stateNames, `<< ${states.join(" ")} >>`);
  }
}

/** Entries of a dictionary that name objects. */
export function named(entries: readonly (readonly [string, Reference])[]): string {
  return entries.map(([name, object]) => `/${name} ${ref(object)}`).join(" ");
}
