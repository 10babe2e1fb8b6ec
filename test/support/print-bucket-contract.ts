import { expect, test } from "vitest";
import type { PrintId } from "#shared/print/print-id.ts";
import type { PrintFiles } from "#shared/print/prints.ts";

const printId = "prt_0123456789abcdefghjkmnpqrs";

/** A file in pieces, as it is drawn. @param failure thrown after the last of them */
async function* piecesOf(texts: readonly string[], failure?: Error) {
  for (const text of texts) yield Buffer.from(text);
  if (failure) throw failure;
}

/** What every print bucket does, the fake and the real one. `make` gives an empty bucket each time. */
export function printBucketContract(
  make: () => Promise<{
    readonly bucket: PrintFiles;
    readonly read: (id: PrintId) => Promise<string | undefined>;
  }>,
): void {
  test("a file is its pieces in their order", async () => {
    const { bucket, read } = await make();
    await bucket.put({ printId, part: 0 }, piecesOf(["one ", "two ", "three"]));

    expect(await read(printId)).toBe("one two three");
  });

  test("a file that is put again is the newer one", async () => {
    const { bucket, read } = await make();
    await bucket.put({ printId, part: 0 }, piecesOf(["older"]));
    await bucket.put({ printId, part: 0 }, piecesOf(["newer"]));

    expect(await read(printId)).toBe("newer");
  });

  test("a file that fails half-way is not there, and its failure is told", async () => {
    const { bucket, read } = await make();
    const failure = new Error("no ink");

    await expect(bucket.put({ printId, part: 0 }, piecesOf(["half"], failure))).rejects.toBe(
      failure,
    );
    expect(await read(printId)).toBeUndefined();
  });

  test("a link names the print and the file", async () => {
    const { bucket } = await make();
    const link = new URL(await bucket.link({ printId, part: 0 }, "kartu-asn-unit.pdf"));

    expect(link.pathname).toMatch(new RegExp(`/prints/${printId}\\.pdf$`));
    expect(link.searchParams.get("response-content-disposition")).toBe(
      'attachment; filename="kartu-asn-unit.pdf"',
    );
  });

  test("each part is a file of its own", async () => {
    const { bucket, read } = await make();
    await bucket.put({ printId, part: 0 }, piecesOf(["first"]));
    await bucket.put({ printId, part: 1 }, piecesOf(["second"]));
    const { pathname } = new URL(await bucket.link({ printId, part: 1 }, "kartu-asn-unit.pdf"));

    expect(await read(printId)).toBe("first");
    expect(pathname).toMatch(new RegExp(`/prints/${printId}\\.2\\.pdf$`));
  });
}
