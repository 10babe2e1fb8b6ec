import { expect, test } from "vitest";
import type { Document, Documents } from "#shared/document/document.ts";

const hash = "0".repeat(64);

export function aDocument(fields: Partial<Document> = {}): Document {
  return {
    ...{
      kind: "request-proof",
      number: "7Q2MK-9XDFA",
      subject: "Perubahan data pegawai: diajukan",
    },
    ...{ issuedAt: "2026-11-21T03:00:00.000Z", digest: "a".repeat(64), ...fields },
  };
}

/** What every table of papers does, the fake and the real one. `make` gives empty tables each time. */
export function documentTableContract(make: () => Promise<Documents>): void {
  test("a paper is found by its hash, as it was written first, and of whom it is stays behind", async () => {
    const documents = await make();
    const issued = { ...aDocument(), personId: "emp_siti" };

    expect(await documents.find(hash)).toBeUndefined();
    expect(await documents.add(hash, issued)).toBe(true);
    expect(await documents.add(hash, { ...issued, subject: "lain" })).toBe(false);
    expect(await documents.find(hash)).toEqual(aDocument());
  });

  test("one that was revoked says when", async () => {
    const documents = await make();
    const revokedAt = "2026-11-22T03:00:00.000Z";
    await documents.add(hash, { ...aDocument({ revokedAt }), personId: "emp_siti" });

    expect(await documents.find(hash)).toEqual(aDocument({ revokedAt }));
  });
}
