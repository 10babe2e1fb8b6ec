import { measure } from "#shared/render/fonts.ts";
import { A4Setter } from "#shared/render/pdf/a4-setter.ts";
import type { ActivationLetter } from "./activation-letter.ts";
import { letterMarks } from "./letter-marks.ts";
import { letterTitle } from "./letter-texts.ts";

/** Sets letters for print, a page of A4 each. The same letters give the same bytes. */
export class LetterTypesetter {
  readonly #setter = new A4Setter(measure);

  /** Yields the file piece by piece; the next letter is asked for when the bytes of the last one were taken. */
  set(letters: AsyncIterable<ActivationLetter>): AsyncGenerator<Uint8Array> {
    return this.#setter.set(pagesOf(letters), { title: letterTitle, language: "id" });
  }
}

async function* pagesOf(letters: AsyncIterable<ActivationLetter>) {
  for await (const letter of letters) yield letterMarks(letter, measure);
}
