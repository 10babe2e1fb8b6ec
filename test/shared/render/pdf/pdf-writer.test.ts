import { expect, test } from "vitest";
import { PdfWriter, ref } from "#shared/render/pdf/pdf-writer.ts";
import { readPdf } from "../../card/pdf/read-pdf.ts";

/** The least that a reader takes. */
function finish(writer: PdfWriter, title = "()"): void {
  const pages = writer.add("<< /Type /Pages /Count 0 /Kids [] >>");
  writer.finish(writer.add(`<< /Pages ${ref(pages)} >>`), writer.add(`<< /Title ${title} >>`));
}

const stream = { dictionary: "/Kind /Test", data: Buffer.from("some data") };

test("a file that is taken piece by piece is the file that is taken at once", () => {
  const [whole, streamed] = [new PdfWriter(), new PdfWriter()];
  const pieces: Buffer[] = [];
  for (const writer of [whole, streamed]) {
    writer.addStream(stream);
    if (writer === streamed) pieces.push(writer.take());
    writer.addStream(stream);
    if (writer === streamed) pieces.push(writer.take());
    finish(writer);
  }
  pieces.push(streamed.take());

  expect(Buffer.concat(pieces)).toEqual(whole.take());
  expect(pieces.map(({ length }) => length > 50)).toEqual([true, true, true]);
});

test("an object that is named before it is written is found where it is", () => {
  const writer = new PdfWriter();
  const late = writer.reserve();
  const early = writer.add(`<< /Next ${ref(late)} >>`);
  writer.set(late, "<< /Late true >>");
  finish(writer);
  const { objects } = readPdf(writer.take());

  expect(late).toBeLessThan(early);
  expect(objects.get(late)?.body).toBe("<< /Late true >>");
});

test("a file in which something is named and not there is not finished", () => {
  const writer = new PdfWriter();
  writer.reserve();

  expect(() => finish(writer)).toThrow("Object 1 was never written.");
});
