import { expect, test } from "vitest";
import type { CardDocument, Drawing, Drawings, FaceImages } from "#shared/card/drawn-card.ts";

export const aDrawing: Drawing = {
  employeeId: "emp_siti",
  contentHash: "c3",
  templateVersion: "t1",
};

export const aFace: FaceImages = {
  face: "front-landscape",
  png: Buffer.from("a PNG"),
  webp: Buffer.from("a WebP"),
};

export const aDocument: CardDocument = {
  shape: "landscape",
  sheet: "a4",
  pdf: Buffer.from("a PDF"),
};

/** What every card bucket does, the fake and the real one. `make` gives an empty bucket each time. */
export function cardBucketContract(make: () => Promise<Drawings>): void {
  test("a drawing is there once it was put, also when it is put again", async () => {
    const drawings = await make();

    expect(await drawings.has(aDrawing)).toBe(false);
    await drawings.put(aDrawing, [aFace], [aDocument]);
    await drawings.put(aDrawing, [aFace], [aDocument]);
    expect(await drawings.has(aDrawing)).toBe(true);
  });

  test.each<Partial<Drawing>>([
    { contentHash: "c4" },
    { templateVersion: "t2" },
    { employeeId: "emp_budi" },
  ])("with %j it is another drawing", async (change) => {
    const drawings = await make();
    await drawings.put(aDrawing, [aFace], [aDocument]);

    expect(await drawings.has({ ...aDrawing, ...change })).toBe(false);
  });

  test("a face is read as it was put, and one that is not there is a failure", async () => {
    const drawings = await make();
    await drawings.put(aDrawing, [aFace], []);

    expect(await drawings.read(aDrawing, aFace.face)).toEqual(aFace.webp);
    await expect(drawings.read(aDrawing, "back-portrait")).rejects.toThrow();
    await expect(drawings.read({ ...aDrawing, contentHash: "c4" }, aFace.face)).rejects.toThrow();
  });

  test("a link to a document names its shape, its sheet and the file", async () => {
    const drawings = await make();
    const link = new URL(await drawings.linkToDocument(aDrawing, aDocument, "kartu-asn.pdf"));

    expect(link.pathname).toMatch(/\/cards\/emp_siti\/c3\/t1\/landscape-a4\.pdf$/);
    expect(link.searchParams.get("response-content-disposition")).toBe(
      'attachment; filename="kartu-asn.pdf"',
    );
  });

  test("a link to download with names the file", async () => {
    const drawings = await make();
    const link = await drawings.link(aDrawing, "front-portrait", "kartu-asn.png");

    expect(new URL(link).pathname).toMatch(/\/cards\/emp_siti\/c3\/t1\/front-portrait\.png$/);
    expect(new URL(link).searchParams.get("response-content-disposition")).toBe(
      'attachment; filename="kartu-asn.png"',
    );
  });
}
