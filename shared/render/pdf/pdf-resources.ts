import type { Weight } from "../fit-text.ts";
import { measure } from "../fonts.ts";
import type { EmbeddedFonts } from "./embedded-fonts.ts";
import { type PdfWriter, type Reference, ref } from "./pdf-writer.ts";
import type { SubsetFont } from "./subset-font.ts";

/** What the contents of one file name and share: fonts of the letters in use, and opacities. */
export class PdfResources {
  readonly #writer: PdfWriter;
  readonly #embedded: EmbeddedFonts;
  readonly #fontNames: Reference;
  readonly #stateNames: Reference;
  readonly #fonts = new Map<Weight, SubsetFont>();
  readonly #opacities = new Map<number, string>();

  constructor(writer: PdfWriter, embedded: EmbeddedFonts) {
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
   * The operand that shows a text: glyphs, and what the space between two differs from the font's own widths.
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
      // What the canvas makes of two letters side by side is their kerning.
      const advance = measure(letter + next, weight) - measure(next, weight);
      const adjustment = Math.round(width - 1000 * (advance + (letter === " " ? spacing : 0)));
      if (adjustment !== 0) operand += `>${adjustment}<`;
    }
    return `[${operand}>]`;
  }

  /** Writes them. Fonts are cut when all letters have been used: nothing may be drawn afterwards. */
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
