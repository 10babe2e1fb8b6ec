import { A4Setter } from "#shared/render/pdf/a4-setter.ts";
import { type CircularLetter, circularMarks, circularTitle } from "./circular-page.ts";

/** Sets circulars as files: real text, tagged in reading order. It needs no canvas. The same letter gives the same bytes. */
export class CircularTypesetter {
  readonly #setter = new A4Setter();

  async set(letter: CircularLetter): Promise<Buffer> {
    const title = `${circularTitle}: ${letter.words.title}`;
    const pages = circularMarks(letter, this.#setter.measure);
    return await this.#setter.file(pages, { title, language: "id" });
  }
}
