import type { PrintId } from "#shared/print/print-id.ts";
import type { PartOfPrint, PrintFiles } from "#shared/print/prints.ts";

/** The print bucket without S3; runs the same contract test (print-bucket-contract.ts). */
export class PrintFilesInMemory implements PrintFiles {
  /** By the print's id the first part, the others with their number behind it. */
  readonly files = new Map<string, Buffer>();

  async put(file: PartOfPrint, pdf: AsyncIterable<Uint8Array>): Promise<void> {
    this.files.set(nameOf(file), Buffer.concat(await Array.fromAsync(pdf)));
  }

  async link(file: PartOfPrint, fileName: string): Promise<string> {
    const link = new URL(`https://prints.example/prints/${nameOf(file)}.pdf`);
    link.searchParams.set("response-content-disposition", `attachment; filename="${fileName}"`);
    return link.href;
  }
}

const nameOf = ({ printId, part }: PartOfPrint): PrintId | `${PrintId}.${number}` =>
  part === 0 ? printId : `${printId}.${part + 1}`;
