import type { Document, Documents } from "#shared/document/document.ts";

/** Papers without DynamoDB; runs the same contract test (document-table-contract.ts). */
export class DocumentsInMemory implements Documents {
  readonly kept = new Map<string, Document & { readonly personId: string }>();

  async find(hash: string): Promise<Document | undefined> {
    const { personId: _, ...found } = this.kept.get(hash) ?? { personId: "" };
    return "number" in found ? found : undefined;
  }

  async add(hash: string, issued: Document & { readonly personId: string }): Promise<boolean> {
    if (this.kept.has(hash)) return false;
    this.kept.set(hash, issued);
    return true;
  }
}
