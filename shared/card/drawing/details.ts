/** What differs from card to card, over the static layer. */
import type { Image } from "@napi-rs/canvas";
import type { CardContent } from "../card-content.ts";
import { faded } from "./color.ts";
import { font, measure } from "./fonts.ts";
import { type FaceShape, type FrontGeometry, fronts, panelRadius } from "./geometry.ts";
import { grow, ribbon, rosette } from "./guilloche.ts";
import { type BackContent, layoutBack, layoutVersion } from "./layout-back.ts";
import { groupSerial, layoutFront } from "./layout-front.ts";
import { type Pen, paintLines, paintMicrotext, paintQr, paintTexts, roundBox } from "./paint.ts";
import type { Qr } from "./qr.ts";
import { type Template, templateVersion } from "./template.ts";

export function paintFrontDetails(
  pen: Pen,
  shape: FaceShape,
  template: Template,
  content: CardContent,
  portrait: Image,
  qr: Qr,
): void {
  const geometry = fronts[shape.orientation];
  paintRibbons(pen, shape, template, content.seed);
  paintPhoto(pen, geometry, portrait);
  paintSeal(pen, geometry, template, content.seed);
  paintTexts(pen, layoutFront(content, template, shape.orientation, measure));
  const mark = content.issue ? groupSerial(content.issue.serial) : template.texts.preview;
  paintMicrotext(
    pen,
    `${template.texts.title} · ${mark} · `,
    { x: 0, y: shape.height - 8, width: shape.width },
    faded("#FFFFFF", 0.6),
  );
  if (!content.issue) paintPreviewMark(pen, shape, template);
  paintQr(pen, qr, geometry.qrPanel, template.palette.ink);
}

/** The same for all cards of an agency: part of what is drawn once. */
export function paintBackTexts(
  pen: Pen,
  { orientation }: FaceShape,
  template: Template,
  back: BackContent,
): void {
  paintTexts(pen, layoutBack(back, template, orientation, measure));
}

export function paintVersion(
  pen: Pen,
  { orientation }: FaceShape,
  { seed }: Pick<CardContent, "seed">,
): void {
  paintTexts(pen, layoutVersion(templateVersion, seed, orientation, measure));
}

/** Two braids across the ground whose waves are the card's own. */
function paintRibbons(
  pen: Pen,
  { width, height }: FaceShape,
  { palette }: Template,
  seed: string,
): void {
  const next = grow(seed);
  for (const place of [0.36, 0.74])
    paintLines(
      pen,
      ribbon({
        width,
        y: height * (place + 0.06 * next()),
        height: 40 + 26 * next(),
        lines: 12,
        waves: [1 + Math.floor(3 * next()), 2 + Math.floor(3 * next())],
        phase: 2 * Math.PI * next(),
      }),
      faded(palette.line, 0.1),
      0.8,
    );
}

function paintPhoto(pen: Pen, { photo }: FrontGeometry, portrait: Image): void {
  const { x, y, width, height } = photo;
  pen.save();
  roundBox(pen, photo, panelRadius);
  pen.clip();
  pen.imageSmoothingQuality = "high";
  pen.drawImage(portrait, x, y, width, height);
  pen.restore();
  const frame = { x: x + 1.5, y: y + 1.5, width: width - 3, height: height - 3 };
  roundBox(pen, frame, panelRadius - 1.5);
  pen.strokeStyle = faded("#FFFFFF", 0.9);
  pen.lineWidth = 3;
  pen.stroke();
}

/** A small rosette of the card's own over the photo's corner: an exchanged photo breaks it. */
function paintSeal(pen: Pen, { photo }: FrontGeometry, { gold }: Template, seed: string): void {
  const next = grow(seed.slice(8).padEnd(8, "0"));
  const seal = {
    x: photo.x + photo.width - 32,
    y: photo.y + photo.height - 32,
    petals: 7 + Math.floor(6 * next()),
    phase: 2 * Math.PI * next(),
  };
  pen.save();
  roundBox(pen, photo, panelRadius);
  pen.clip();
  for (const [radius, middle, swing, loops] of [
    [52, 0.72, 0.26, 9],
    [52, 0.34, 0.14, 6],
  ] as const) {
    paintLines(pen, rosette({ ...seal, radius, middle, swing, loops }), faded(gold, 0.7), 0.9);
  }
  pen.restore();
}

/** «PRATINJAU» from corner to corner, over everything but readable through. */
function paintPreviewMark(pen: Pen, { width, height }: FaceShape, { texts }: Template): void {
  const diagonal = Math.hypot(width, height) * 0.8;
  const size = diagonal / (measure(texts.preview, 800) * 1.06);
  pen.save();
  pen.translate(width / 2, height / 2);
  pen.rotate(-Math.atan2(height, width));
  pen.textAlign = "center";
  pen.textBaseline = "middle";
  pen.font = font(800, size);
  pen.fillStyle = faded("#FFFFFF", 0.24);
  pen.fillText(texts.preview, 0, 0);
  pen.strokeStyle = faded("#2A0E45", 0.4);
  pen.lineWidth = 2;
  pen.strokeText(texts.preview, 0, 0);
  pen.restore();
}
