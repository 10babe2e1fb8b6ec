import type { PrintId } from "#shared/print/print-id.ts";
import type { PrintFiles } from "#shared/print/prints.ts";

/** The print bucket without S3; runs the same contract test (print-bucket-contract.ts). */
export class PrintFilesInMemory implements PrintFiles {
  readonly files = new Map<PrintId, Buffer>();

  async put(printId: PrintId, pdf: AsyncIterable<Uint8Array>): Promise<void> {
    this.files.set(printId, Buffer.concat(await Array.fromAsync(pdf)));
  }

  async link(printId: PrintId, fileName: string): Promise<string> {
    const link = new URL(`https://prints.example/prints/${printId}.pdf`);
    link.searchParams.set("response-content-disposition", `attachment; filename="${fileName}"`);
    return link.href;
  }
}
