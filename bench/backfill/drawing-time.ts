import { contentOf } from "#shared/card/card-content.ts";
import { qrText } from "#shared/card/card-token.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { CardTypesetter } from "#shared/card/pdf/card-typesetter.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { anEmployee } from "../../test/support/builders.ts";
import { median, timed } from "../measure.ts";

const siteUrl = "https://kartu.example.go.id";
const qr = qrText(siteUrl, "7k2q9mxb4tzd8rfwj3h5vynpc6");
const [warmUp, cards] = [5, 25];

/** Processor time of all that is drawn for one card, with nothing around it: no network, no storage. Median, milliseconds. */
export async function drawingCpuMs(): Promise<{
  readonly faces: number;
  readonly documents: number;
}> {
  const templates = new CheckedTemplates();
  const painter = new CardPainter(templates);
  const typesetter = new CardTypesetter(templates);
  const photo = await portraitPng(3);
  const faces: number[] = [];
  const documents: number[] = [];
  for (let i = -warmUp; i < cards; i++) {
    const employee = anEmployee({ name: `Siti Contohwati ${i}` });
    const issue = { serial: "A20100000123", issuedOn: "2026-11-21", checkCode: "7K2Q9MXB" };
    const content = contentOf(employee, issue, qr, siteUrl);
    const face = await timed(() => painter.draw(content, photo));
    const document = await timed(() => typesetter.setDocuments(content, photo));
    if (i < 0) continue;
    faces.push(face.cpuMs);
    documents.push(document.cpuMs);
  }
  return { faces: median(faces), documents: median(documents) };
}
