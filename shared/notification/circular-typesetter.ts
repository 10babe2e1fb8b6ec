import type { EmblemMark } from "#shared/render/mark.ts";
import { A4Setter } from "#shared/render/pdf/a4-setter.ts";
import { type CircularLetter, circularMarks, circularTitle } from "./circular-page.ts";

/** Sets circulars as files: real text, tagged in reading order. It needs no canvas. The same letter gives the same bytes. */
export class CircularTypesetter {
  readonly #setter = new A4Setter();
  readonly #emblemOf: (name: string) => EmblemMark["shapes"];

  /** @param emblemOf what an emblem of the template looks like on paper */
  constructor(emblemOf: (name: string) => EmblemMark["shapes"]) {
    this.#emblemOf = emblemOf;
  }

  async set(letter: CircularLetter): Promise<Buffer> {
    const title = `${circularTitle}: ${letter.words.title}`;
    const { emblem } = letter.circular;
    const shapes = emblem === undefined ? [] : this.#emblemOf(emblem);
    const pages = circularMarks(letter, this.#setter.measure, shapes);
    return await this.#setter.file(pages, { title, language: "id" });
  }
}
