import { expect, test } from "vitest";
import type { CardFile } from "#shared/card/card-file.ts";
import type { Drawing, Drawings } from "#shared/card/drawn-card.ts";

export const aDrawing: Drawing = {
  employeeId: "emp_siti",
  contentHash: "c3",
  templateVersion: "t1",
  backs: "backs/t1/b1",
};

export const aFace: CardFile = { face: "front-landscape", format: "png" };
export const aBack: CardFile = { face: "back-portrait", format: "webp" };
export const aDocument: CardFile = { shape: "landscape", sheet: "a4" };
const bytes = Buffer.from("a file");

/** What every card bucket does, the fake and the real one. `make` gives an empty bucket each time. */
export function cardBucketContract(make: () => Promise<Drawings>): void {
  test.each([aFace, aBack, aDocument])(
    "%j is there once it was put, also when it is put again",
    async (file) => {
      const drawings = await make();

      expect(await drawings.has(aDrawing, file)).toBe(false);
      await drawings.put(aDrawing, file, bytes);
      await drawings.put(aDrawing, file, bytes);
      expect(await drawings.has(aDrawing, file)).toBe(true);
      expect(await drawings.read(aDrawing, file)).toEqual(bytes);
    },
  );

  test.each<Partial<Drawing>>([
    { contentHash: "c4" },
    { templateVersion: "t2" },
    { signature: "0a1b2c3d4e5f" },
    { employeeId: "emp_budi" },
  ])("with %j it is another drawing", async (change) => {
    const drawings = await make();
    await drawings.put(aDrawing, aFace, bytes);
    await drawings.put(aDrawing, aDocument, bytes);

    expect(await drawings.has({ ...aDrawing, ...change }, aFace)).toBe(false);
    expect(await drawings.has({ ...aDrawing, ...change }, aDocument)).toBe(false);
  });

  test("a back is everybody's whose cards have it, and nobody else's", async () => {
    const drawings = await make();
    await drawings.put(aDrawing, aBack, bytes);

    const budi: Drawing = { ...aDrawing, employeeId: "emp_budi", contentHash: "c4" };
    expect(await drawings.read(budi, aBack)).toEqual(bytes);
    expect(await drawings.has({ ...aDrawing, backs: "backs/t1/b2" }, aBack)).toBe(false);
  });

  test("a file that is not there is a failure to read", async () => {
    const drawings = await make();
    await drawings.put(aDrawing, aFace, bytes);

    await expect(drawings.read(aDrawing, aDocument)).rejects.toThrow();
    await expect(drawings.read({ ...aDrawing, contentHash: "c4" }, aFace)).rejects.toThrow();
  });

  test("a link to a document names its shape, its sheet and the file", async () => {
    const drawings = await make();
    const link = new URL(await drawings.link(aDrawing, aDocument, "kartu-asn.pdf"));

    expect(link.pathname).toMatch(/\/cards\/emp_siti\/c3\/t1\/landscape-a4\.pdf$/);
    expect(link.searchParams.get("response-content-disposition")).toBe(
      'attachment; filename="kartu-asn.pdf"',
    );
  });

  test("a link to download with names the file", async () => {
    const drawings = await make();
    const front = { face: "front-portrait", format: "png" } as const;
    const link = await drawings.link(aDrawing, front, "kartu-asn.png");

    expect(new URL(link).pathname).toMatch(/\/cards\/emp_siti\/c3\/t1\/front-portrait\.png$/);
    expect(new URL(link).searchParams.get("response-content-disposition")).toBe(
      'attachment; filename="kartu-asn.png"',
    );
  });
}
