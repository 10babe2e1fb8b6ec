import { expect, test } from "vitest";
import type { EvidenceFiles, EvidenceName } from "#shared/evidence/evidence.ts";

export interface EvidenceBucketUnderTest {
  readonly bucket: EvidenceFiles;
  /** Sends a file with a form, as a browser does. */
  send(name: Parameters<EvidenceFiles["uploadForm"]>[0], bytes: Buffer): Promise<void>;
}

const upload = { employeeId: "emp_siti", upload: "upl_1" } as const;
const name: EvidenceName = { employeeId: "emp_siti", file: "evd_1" };
const stored = { type: "application/pdf", salt: "upl_1", bytes: Buffer.from("%PDF-1.4") } as const;

/** What every store of files does, the fake and the real one. `make` gives an empty one each time. */
export function evidenceBucketContract(make: () => Promise<EvidenceBucketUnderTest>): void {
  test("what was sent is read under its person and upload alone", async () => {
    const { bucket, send } = await make();
    await send(upload, stored.bytes);

    expect(await bucket.readUpload(upload)).toEqual(stored.bytes);
    expect(await bucket.readUpload({ ...upload, employeeId: "emp_budi" })).toBeUndefined();
    expect(await bucket.readUpload({ ...upload, upload: "upl_2" })).toBeUndefined();
  });

  test("a file is kept under its person, with what it is and its salt; keeping it again changes nothing", async () => {
    const { bucket } = await make();
    await bucket.put(name, stored);
    await bucket.put(name, stored);

    expect(await bucket.read(name)).toEqual(stored);
    expect(await bucket.read({ ...name, employeeId: "emp_budi" })).toBeUndefined();
    expect(await bucket.link(name, stored.type)).toContain("emp_siti/evd_1");
  });
}
