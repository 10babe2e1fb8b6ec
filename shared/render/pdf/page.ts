/** One page of a document: its paper, content, resources and place in the structure. */
import { numbers } from "./operands.ts";
import { named } from "./pdf-resources.ts";
import { deflatedStream, type PdfWriter, type Reference, ref } from "./pdf-writer.ts";

export interface PageEntries {
  /** The parent of all pages. */
  readonly pageTree: Reference;
  /** In points. */
  readonly size: readonly [width: number, height: number];
  /** Fonts and opacities, that all pages share. */
  readonly resources: string;
  /** By the names in the content. */
  readonly images: readonly (readonly [string, Reference])[];
  readonly content: string;
  /** The page's number in the structure tree. */
  readonly structParents: number;
}

/** @param page reserved before, because the structure names it */
export function setPage(writer: PdfWriter, page: Reference, entries: PageEntries): void {
  const { pageTree, size, resources, images, content, structParents } = entries;
  const box = `[0 0 ${numbers(...size)}]`;
  const contents = writer.addStream(deflatedStream("", Buffer.from(content, "latin1")));
  writer.set(
    page,
    `<< /Type /Page /Parent ${ref(pageTree)} /MediaBox ${box} /CropBox ${box} /TrimBox ${box} ` +
      `/Resources << ${resources} /XObject << ${named(images)} >> >> ` +
      `/Contents ${ref(contents)} /StructParents ${structParents} >>`,
  );
}
