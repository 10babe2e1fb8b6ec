import type { EmblemMark } from "#shared/render/mark.ts";
import { A4Setter } from "#shared/render/pdf/a4-setter.ts";
import { letterKindRules } from "./letter-kinds.ts";
import { type DrawnLetter, letterMarks } from "./letter-page.ts";

/** Sets letters as files: real text, tagged in reading order. It needs no canvas. The same letter gives the same bytes. */
export class LetterTypesetter {
  readonly #setter = new A4Setter();
  readonly #emblemOf: (name: string) => EmblemMark["shapes"];

  /** @param emblemOf what an emblem of the template looks like on paper */
  constructor(emblemOf: (name: string) => EmblemMark["shapes"]) {
    this.#emblemOf = emblemOf;
  }

  async set(letter: DrawnLetter): Promise<Buffer> {
    const { kop, number } = letter.face;
    const title = `${letterKindRules[letter.words.kind].title} ${number}`;
    const shapes = kop.emblem === undefined ? [] : this.#emblemOf(kop.emblem);
    const pages = letterMarks(letter, this.#setter.measure, shapes);
    return await this.#setter.file(pages, { title, language: "id" });
  }
}

/** «surat-tugas_ST-015_2026-12-01.pdf»: one file a letter, so that a folder of them sorts by kind and day. */
export function letterFileName({ words, face }: Pick<DrawnLetter, "words" | "face">): string {
  const parts = [letterKindRules[words.kind].title.toLowerCase(), face.day, face.number];
  const kept = parts.map((each) => each.replace(/[^A-Za-z0-9]+/g, "-").replace(/^-+|-+$/g, ""));
  return `${kept.join("_")}.pdf`;
}
