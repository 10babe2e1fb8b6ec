/**
 * A PDF of a few kilobytes whose page draws a form, which draws the next one so many times, and so on: `each` to the power of `depth` drawings,
 * each of which takes a reader memory. As a picture in a picture it breaks no rule of the format (ISO 32000-1, 8.10).
 */
export function nestedForms(depth: number, each: number): Buffer {
  const form = (words: string, content: string) =>
    `<</Type/XObject/Subtype/Form/BBox[0 0 595 842]${words}/Length ${content.length}>>\nstream\n${content}\nendstream`;
  const again = "/F Do\n".repeat(each);
  const forms = Array.from({ length: depth }, (_, i) =>
    form(`/Group<</S/Transparency>>/Resources<</XObject<</F ${6 + i} 0 R>>>>`, again),
  );
  return pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</XObject<</F 5 0 R>>>>/Contents 4 0 R>>",
    "<</Length 5>>\nstream\n/F Do\nendstream",
    ...forms,
    form("", "0 0 9 9 re f"),
  ]);
}

function pdfOf(objects: readonly string[]): Buffer {
  let text = "%PDF-1.7\n";
  const places = objects.map((object, i) => {
    const place = text.length;
    text += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(place).padStart(10, "0")} 00000 n \n`;
  });
  const start = text.length;
  const size = objects.length + 1;
  text += `xref\n0 ${size}\n0000000000 65535 f \n${places.join("")}`;
  text += `trailer\n<</Size ${size}/Root 1 0 R>>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(text, "latin1");
}

/** A page that is painted over so many times, each time half transparent. */
export function manyFills(times: number): Buffer {
  const content = `/G gs\n${"0 0 595 842 re f\n".repeat(times)}`;
  return pdfOf([
    "<</Type/Catalog/Pages 2 0 R>>",
    "<</Type/Pages/Kids[3 0 R]/Count 1>>",
    "<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</ExtGState<</G<</ca .5>>>>>>/Contents 4 0 R>>",
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
  ]);
}
