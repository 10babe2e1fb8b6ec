import { contentOf } from "#shared/card/card-content.ts";
import { qrText } from "#shared/card/card-token.ts";
import { CheckedTemplates } from "#shared/card/design/checked-templates.ts";
import { usualLook } from "#shared/card/design/look.ts";
import { CardPainter } from "#shared/card/drawing/card-painter.ts";
import { portraitPng } from "../../local/demo/portrait.ts";
import { anEmployee } from "../../test/support/builders.ts";
import { median, timed } from "../measure.ts";

const siteUrl = "https://kartu.example.go.id";
const qr = qrText(siteUrl, "7k2q9mxb4tzd8rfwj3h5vynpc6");
const [warmUp, cards] = [5, 25];

/** Processor time of what is drawn for one card, with nothing around it: no network, no storage. Median, milliseconds. */
export async function drawingCpuMs(): Promise<number> {
  const painter = new CardPainter(new CheckedTemplates());
  const photos = await Promise.all([1, 2, 3].map((seed) => portraitPng(seed)));
  const fronts: number[] = [];
  for (let i = 0; i < warmUp + cards; i++) {
    const employee = anEmployee({ name: `Siti Contohwati ${i}` });
    const issue = { serial: "A20100000123", issuedOn: "2026-11-21", checkCode: "7K2Q9MXB" };
    const content = contentOf(employee, { issue, look: usualLook, qr, siteUrl });
    // Never the photo of the card before: the painter keeps the last one.
    const photo = photos[i % photos.length] ?? Buffer.of();
    const front = await timed(() => painter.drawWebp(content, photo, "front-portrait"));
    if (i >= warmUp) fronts.push(front.cpuMs);
  }
  return median(fronts);
}
