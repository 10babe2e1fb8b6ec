import { type CardFile, fileName, isShared } from "#shared/card/card-file.ts";
import { type Drawing, type Drawings, lookName } from "#shared/card/drawn-card.ts";

/** The card bucket without S3; runs the same contract test (card-bucket-contract.ts). */
export class DrawingsInMemory implements Drawings {
  /** Every file that was put, in order; twice when it was put twice. */
  readonly puts: {
    readonly drawing: Drawing;
    readonly file: CardFile;
    readonly bytes: Buffer;
  }[] = [];

  /** Of one card alone: what no other card shares. */
  get ownPuts() {
    return this.puts.filter(({ file }) => !isShared(file));
  }

  async has(drawing: Drawing, file: CardFile): Promise<boolean> {
    return this.#find(drawing, file) !== undefined;
  }

  async put(drawing: Drawing, file: CardFile, bytes: Buffer): Promise<void> {
    this.puts.push({ drawing, file, bytes });
  }

  async read(drawing: Drawing, file: CardFile): Promise<Buffer> {
    const found = this.#find(drawing, file);
    if (!found) throw new Error("The file is not there.");
    return found.bytes;
  }

  async link(drawing: Drawing, file: CardFile, name: string): Promise<string> {
    const link = new URL(`https://cards.example/${pathOf(drawing, file)}`);
    link.searchParams.set("response-content-disposition", `attachment; filename="${name}"`);
    return link.href;
  }

  #find(drawing: Drawing, file: CardFile) {
    const path = pathOf(drawing, file);
    return this.puts.findLast((each) => pathOf(each.drawing, each.file) === path);
  }
}

function pathOf(drawing: Drawing, file: CardFile): string {
  const { employeeId, contentHash, backs } = drawing;
  const own = `cards/${employeeId}/${contentHash}/${lookName(drawing)}`;
  return `${isShared(file) ? backs : own}/${fileName(file)}`;
}
