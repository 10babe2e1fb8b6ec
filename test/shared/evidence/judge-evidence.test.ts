import sharp from "sharp";
import { expect, test } from "vitest";
import { judgeEvidence } from "#shared/evidence/judge-evidence.ts";

const pdf = (body: string) => Buffer.from(`%PDF-1.7\n1 0 obj\n${body}\nendobj\n%%EOF\n`, "latin1");

const jpeg = (width = 40, height = 30) =>
  sharp({ create: { width, height, channels: 3, background: "#336699" } })
    .withExif({ IFD0: { Artist: "SECRET-ARTIST" } })
    .jpeg()
    .toBuffer();

test("a whole PDF is kept as it is, whatever its name was", async () => {
  const bytes = pdf("<< /Type /Catalog >>");

  expect(await judgeEvidence(bytes)).toEqual({ type: "application/pdf", bytes });
});

test.each([
  [
    "a picture that is called a PDF",
    Buffer.from("\x89PNG\r\n\x1a\n%%EOF", "latin1"),
    "file-unknown",
  ],
  ["a page of HTML", Buffer.from("<!doctype html><script>alert(1)</script>"), "file-unknown"],
  ["nothing", Buffer.alloc(0), "file-unknown"],
  ["a page of HTML behind a PDF's first bytes", Buffer.from("%PDF-<script>"), "file-damaged"],
  ["a PDF that breaks off", pdf("").subarray(0, 20), "file-damaged"],
  ["an empty PDF", Buffer.from("%PDF-1.7\n%%EOF"), "file-damaged"],
  ["a locked PDF", pdf("<< /Encrypt 5 0 R >>"), "file-encrypted"],
  ["a locked PDF that says so otherwise", pdf("<< /Enc#72ypt 5 0 R >>"), "file-encrypted"],
  ["a JPEG that is none", Buffer.from([0xff, 0xd8, 0xff, 0xe0, 1, 2, 3]), "file-damaged"],
])("%s is refused", async (_, bytes, problem) => {
  expect(await judgeEvidence(bytes)).toEqual({ problem });
});

test("a JPEG is encoded anew: its pixels stay, and what was written beside them goes", async () => {
  const bytes = await jpeg();
  expect(bytes.toString("latin1")).toContain("SECRET-ARTIST");

  const judged = await judgeEvidence(bytes);
  if ("problem" in judged) throw new Error(judged.problem);
  expect(judged.type).toBe("image/jpeg");
  expect(judged.bytes.toString("latin1")).not.toContain("SECRET-ARTIST");
  expect(await sharp(judged.bytes).metadata()).toMatchObject({ width: 40, height: 30 });
  // The same upload gets the same id, as often as it is asked.
  expect(await judgeEvidence(bytes)).toEqual(judged);
});

test("a JPEG that would fill the memory is refused before it is decoded", async () => {
  const bomb = await jpeg();
  // The frame's height and width stand behind its marker.
  const frame = bomb.indexOf(Buffer.from([0xff, 0xc0]));
  bomb.writeUInt16BE(65_500, frame + 5);
  bomb.writeUInt16BE(65_500, frame + 7);

  expect(await judgeEvidence(bomb)).toEqual({ problem: "file-too-many-pixels" });
});

test("half a JPEG is refused", async () => {
  const bytes = await jpeg(400, 300);

  expect(await judgeEvidence(bytes.subarray(0, bytes.length / 2))).toEqual({
    problem: "file-damaged",
  });
});
