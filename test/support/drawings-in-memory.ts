import type { DocumentName, Face } from "#shared/card/card-content.ts";
import type { CardDocument, Drawing, Drawings, FaceImages } from "#shared/card/drawn-card.ts";

/** The card bucket without S3; runs the same contract test (card-bucket-contract.ts). */
export class DrawingsInMemory implements Drawings {
  /** Every drawing that was put, in order; twice when it was put twice. */
  readonly puts: {
    readonly drawing: Drawing;
    readonly faces: readonly FaceImages[];
    readonly documents: readonly CardDocument[];
  }[] = [];

  async has(drawing: Drawing): Promise<boolean> {
    return this.puts.some((put) => pathOf(put.drawing) === pathOf(drawing));
  }

  async put(
    drawing: Drawing,
    faces: readonly FaceImages[],
    documents: readonly CardDocument[],
  ): Promise<void> {
    this.puts.push({ drawing, faces, documents });
  }

  async read(drawing: Drawing, face: Face): Promise<Buffer> {
    const put = this.puts.findLast((each) => pathOf(each.drawing) === pathOf(drawing));
    const found = put?.faces.find((each) => each.face === face);
    if (!found) throw new Error("The face is not there.");
    return found.webp;
  }

  async link(drawing: Drawing, face: Face, fileName: string): Promise<string> {
    return linkTo(`${pathOf(drawing)}/${face}.png`, fileName);
  }

  async linkToDocument(
    drawing: Drawing,
    { shape, sheet }: DocumentName,
    fileName: string,
  ): Promise<string> {
    return linkTo(`${pathOf(drawing)}/${shape}-${sheet}.pdf`, fileName);
  }
}

function linkTo(path: string, fileName: string): string {
  const link = new URL(`https://cards.example/${path}`);
  link.searchParams.set("response-content-disposition", `attachment; filename="${fileName}"`);
  return link.href;
}

function pathOf({ employeeId, contentHash, templateVersion }: Drawing): string {
  return `cards/${employeeId}/${contentHash}/${templateVersion}`;
}
