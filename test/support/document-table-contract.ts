import { expect, test } from "vitest";
import type { Document, Documents } from "#shared/document/document.ts";
import type { JoinedWrite } from "#shared/runtime/joined-write.ts";

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

const revoked = {
  ...{ kind: "request-proof", number: "7Q2MK-9XDFA", revokedAt: "2026-11-22T03:00:00.000Z" },
  personId: "emp_siti",
} as const;

/** What every table of papers does, the fake and the real one. `make` gives empty tables each time. */
export function documentTableContract(
  make: () => Promise<{ documents: Documents; write(step: JoinedWrite): Promise<void> }>,
): void {
  test("a paper is found by its hash, as it was written first, and of whom it is stays behind", async () => {
    const { documents } = await make();
    const issued = { ...aDocument({ initials: "S.R." }), personId: "emp_siti" };

    expect(await documents.find(hash)).toBeUndefined();
    expect(await documents.add(hash, issued)).toBe(true);
    expect(await documents.add(hash, { ...issued, subject: "lain" })).toBe(false);
    expect(await documents.find(hash)).toEqual(aDocument({ initials: "S.R." }));
  });

  test("all papers of a number that was withdrawn say when, those that come later too, and no others", async () => {
    const { documents, write } = await make();
    const { revokedAt, ...papers } = revoked;
    await documents.add(hash, { ...aDocument(), personId: "emp_siti" });
    expect(await documents.revokedAt(papers)).toBeUndefined();
    await write(documents.revoking(revoked));
    const [later, other] = ["1".repeat(64), "2".repeat(64)];
    await documents.add(later, { ...aDocument({ digest: "b".repeat(64) }), personId: "emp_siti" });
    await documents.add(other, { ...aDocument({ number: "LAIN" }), personId: "emp_siti" });

    expect(await documents.find(hash)).toEqual(aDocument({ revokedAt }));
    expect(await documents.find(later)).toMatchObject({ revokedAt });
    expect(await documents.find(other)).not.toHaveProperty("revokedAt");
    expect(await documents.revokedAt({ ...papers, kind: "letter" })).toBeUndefined();
  });

  test("a number is withdrawn once", async () => {
    const { documents, write } = await make();
    await write(documents.revoking(revoked));
    await expect(
      write(documents.revoking({ ...revoked, revokedAt: "2026-12-01T00:00:00.000Z" })),
    ).rejects.toMatchObject({ code: "document-revoked" });
    expect(await documents.revokedAt(revoked)).toBe(revoked.revokedAt);
  });
}
