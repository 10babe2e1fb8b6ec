import type { Weight } from "../drawing/fit-text.ts";
import { measure } from "../drawing/fonts.ts";
import { addFont, subsetOf } from "./fonts.ts";
import { type PdfObjects, type Reference, ref } from "./pdf-file.ts";
import type { SubsetFont } from "./subset-font.ts";

/** What the contents of one file name and share: fonts of the letters in use, opacities, images. */
export class PdfResources {
  readonly #fonts = new Map<Weight, SubsetFont>();
  readonly #opacities = new Set<number>();

  /** The name of a state of this opacity, 0 to 1. */
  opacityName(opacity: number): string {
    this.#opacities.add(opacity);
    return `a${String(opacity).replace(".", "_")}`;
  }

  /**
   * The operand that shows a text: glyphs, and what the space between two differs from the font's own widths.
   * @param spacing added to every space, in em
   */
  textOperand(text: string, weight: Weight, spacing: number): string {
    const font = this.#fonts.get(weight) ?? subsetOf(weight);
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

  /** @returns the entries of a resource dictionary, without the images */
  addTo(objects: PdfObjects): string {
    const fonts = [...this.#fonts].map(([weight, font]): [string, Reference] => [
      `F${weight}`,
      addFont(objects, font, weight),
    ]);
    const states = [...this.#opacities].map(
      (opacity) => `/${this.opacityName(opacity)} << /ca ${opacity} /CA ${opacity} >>`,
    );
    return `/Font << ${named(fonts)} >> /ExtGState << ${states.join(" ")} >>`;
  }
}

/** Entries of a dictionary that name objects. */
export function named(entries: readonly (readonly [string, Reference])[]): string {
  return entries.map(([name, object]) => `/${name} ${ref(object)}`).join(" ");
}
