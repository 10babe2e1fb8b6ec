import {
  appendBezierCurve,
  clip,
  closePath,
  endPath,
  lineTo,
  moveTo,
  type PDFFont,
  type PDFImage,
  type PDFPage,
  popGraphicsState,
  pushGraphicsState,
  rgb,
  translate,
} from "pdf-lib";
import type { Pen } from "#shared/card/drawing/paint.ts";
import type { Weight } from "#shared/render/fit-text.ts";
import { colorOf, readFont } from "#shared/render/pdf/operands.ts";

/** How far a Bézier's handles stay from the corner, as a share of the radius. */
const near = 1 - 0.5523;

type RoundBox = Readonly<Record<"x" | "y" | "right" | "bottom" | "radius", number>>;

/**
 * A canvas's pen over what pdf-lib has for drawing: areas and lines as SVG paths, words as text. It has no kerning and no
 * word spacing.
 */
export class PdfLibPen implements Pen {
  fillStyle: Pen["fillStyle"] = "#000000";
  strokeStyle: Pen["strokeStyle"] = "#000000";
  lineWidth = 1;
  font = "";
  wordSpacing = "0px";
  textAlign: Pen["textAlign"] = "left";
  textBaseline: Pen["textBaseline"] = "alphabetic";
  imageSmoothingQuality: Pen["imageSmoothingQuality"] = "high";

  readonly rotate = onlyOnPreviews;
  readonly strokeText = onlyOnPreviews;

  readonly #page: PDFPage;
  /** Points in a pixel. */
  readonly #scale: number;
  readonly #fonts: ReadonlyMap<Weight, PDFFont>;
  readonly #photo: PDFImage;
  #path = "";
  /** The last one of the path: what is cut out is always one. */
  #box: RoundBox | undefined;
  /** Of one colour, and not yet drawn: as one path, as the product has them. */
  #rectangles = "";
  #rectangleStyle: Pen["fillStyle"] = "";

  constructor(page: PDFPage, scale: number, fonts: ReadonlyMap<Weight, PDFFont>, photo: PDFImage) {
    this.#page = page;
    this.#scale = scale;
    this.#fonts = fonts;
    this.#photo = photo;
  }

  save(): void {
    this.finish();
    this.#page.pushOperators(pushGraphicsState());
  }

  restore(): void {
    this.finish();
    this.#page.pushOperators(popGraphicsState());
  }

  translate(x: number, y: number): void {
    this.finish();
    this.#page.pushOperators(translate(x * this.#scale, -y * this.#scale));
  }

  beginPath(): void {
    this.#path = "";
  }

  moveTo(x: number, y: number): void {
    this.#path += `M${x} ${y}`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `L${x} ${y}`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#box = { x, y, right: x + width, bottom: y + height, radius: 0 };
    this.#path += rectanglePath(x, y, width, height);
  }

  roundRect(x: number, y: number, width: number, height: number, radii?: number | number[]): void {
    const radius = typeof radii === "number" ? radii : 0;
    this.#box = { x, y, right: x + width, bottom: y + height, radius };
    const corner = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
    this.#path +=
      `M${x + radius} ${y}h${width - 2 * radius}${corner(radius, radius)}v${height - 2 * radius}` +
      `${corner(-radius, radius)}h${2 * radius - width}${corner(-radius, -radius)}v${2 * radius - height}` +
      `${corner(radius, -radius)}Z`;
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    if (this.fillStyle !== this.#rectangleStyle) this.finish();
    this.#rectangleStyle = this.fillStyle;
    this.#rectangles += rectanglePath(x, y, width, height);
  }

  /** pdf-lib has operators for this, and nothing above them. */
  clip(): void {
    if (!this.#box) throw new Error("There is nothing to clip to.");
    const { x, y, right, bottom, radius } = this.#box;
    const at = (px: number, py: number) => [px * this.#scale, this.#fromBelow(py)] as const;
    const curve = (
      ...[a, b, c, d, e, f]: readonly [number, number, number, number, number, number]
    ) => appendBezierCurve(...at(a, b), ...at(c, d), ...at(e, f));
    const handle = near * radius;
    this.#page.pushOperators(
      moveTo(...at(x + radius, y)),
      lineTo(...at(right - radius, y)),
      curve(right - handle, y, right, y + handle, right, y + radius),
      lineTo(...at(right, bottom - radius)),
      curve(right, bottom - handle, right - handle, bottom, right - radius, bottom),
      lineTo(...at(x + radius, bottom)),
      curve(x + handle, bottom, x, bottom - handle, x, bottom - radius),
      lineTo(...at(x, y + radius)),
      curve(x, y + handle, x + handle, y, x + radius, y),
      closePath(),
      clip(),
      endPath(),
    );
  }

  fill(): void {
    this.finish();
    this.#fill(this.#path, this.fillStyle);
  }

  stroke(): void {
    this.finish();
    const { color, opacity } = paintOf(this.strokeStyle);
    this.#page.drawSvgPath(this.#path, {
      ...this.#whole,
      borderColor: color,
      borderOpacity: opacity,
      borderWidth: this.lineWidth,
    });
  }

  drawImage(_image: unknown, x: number, y: number, width = 1, height = 1): void {
    this.finish();
    this.#page.drawImage(this.#photo, {
      x: x * this.#scale,
      y: this.#fromBelow(y + height),
      width: width * this.#scale,
      height: height * this.#scale,
    });
  }

  fillText(text: string, x: number, y: number): void {
    this.finish();
    const { weight, size } = readFont(this.font);
    const font = this.#fonts.get(weight);
    if (!font) throw new Error(`There is no font of weight ${weight}.`);
    const at = { x: x * this.#scale, y: this.#fromBelow(y), size: size * this.#scale };
    this.#page.drawText(text, { ...at, font, ...paintOf(this.fillStyle) });
  }

  /** Draws what is still waiting. */
  finish(): void {
    if (this.#rectangles === "") return;
    this.#fill(this.#rectangles, this.#rectangleStyle);
    this.#rectangles = "";
  }

  #fill(path: string, style: Pen["fillStyle"]): void {
    this.#page.drawSvgPath(path, { ...this.#whole, ...paintOf(style) });
  }

  /** From pixels with y downwards. */
  get #whole() {
    return { x: 0, y: this.#page.getHeight(), scale: this.#scale };
  }

  #fromBelow(y: number): number {
    return this.#page.getHeight() - y * this.#scale;
  }
}

function onlyOnPreviews(): never {
  throw new Error("Only previews have a mark across them, and none is drawn here.");
}

function rectanglePath(x: number, y: number, width: number, height: number): string {
  return `M${x} ${y}h${width}v${height}h${-width}Z`;
}

function paintOf(style: Pen["fillStyle"]) {
  const { rgb: shares, opacity } = colorOf(String(style));
  const [red = 0, green = 0, blue = 0] = shares.split(" ").map(Number);
  return { color: rgb(red, green, blue), opacity };
}
