import { A4Setter } from "#shared/render/pdf/a4-setter.ts";
import { type DocumentPage, documentMarks } from "./document-page.ts";

/** Sets papers as files: real text, tagged in reading order. It needs no canvas. The same paper gives the same bytes. */
export class DocumentTypesetter {
  readonly #setter = new A4Setter();

  /** @throws DoesNotFit when a title is too long for its lines */
  async set(page: DocumentPage): Promise<Buffer> {
    const pages = documentMarks(page, this.#setter.measure);
    return await this.#setter.file(pages, { title: page.title, language: "id" });
  }
}
