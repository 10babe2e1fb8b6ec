import { measure } from "#shared/render/fonts.ts";
import { colorOf, readFont, rectangle, units } from "#shared/render/pdf/operands.ts";
import type { PdfResources } from "#shared/render/pdf/pdf-resources.ts";
import type { Pen } from "../drawing/paint.ts";

/** How far a Bézier's handles reach to make a quarter of a circle, as a share of the radius. */
const quarter = 0.5523;

/** What a canvas remembers with `save`. */
interface State {
  readonly fillStyle: Pen["fillStyle"];
  readonly strokeStyle: Pen["strokeStyle"];
  readonly lineWidth: number;
  readonly font: string;
  readonly wordSpacing: string;
  readonly textAlign: Pen["textAlign"];
  readonly textBaseline: Pen["textBaseline"];
}

/**
 * A canvas's pen that writes a PDF's content: the drawing is the same, and text stays text. Coordinates are the
 * canvas's own, y downwards; whoever places the content turns it over.
 */
export class PdfPen implements Pen {
  fillStyle: Pen["fillStyle"] = "#000000";
  strokeStyle: Pen["strokeStyle"] = "#000000";
  lineWidth = 1;
  font = "";
  wordSpacing = "0px";
  textAlign: Pen["textAlign"] = "left";
  textBaseline: Pen["textBaseline"] = "alphabetic";
  /** The reader of the PDF decides how an image is scaled. */
  imageSmoothingQuality: Pen["imageSmoothingQuality"] = "high";

  readonly #resources: PdfResources;
  readonly #saved: State[] = [];
  /** Each operator ends its line; so in the paths below. */
  #content = "";
  #path = "";
  /** Rectangles of one colour that are not yet written: as one path, neighbours show no seam. */
  #rectangles = "";
  #rectangleColor = "";

  constructor(resources: PdfResources) {
    this.#resources = resources;
  }

  /** The content so far. */
  toString(): string {
    this.#flush();
    return this.#content;
  }

  save(): void {
    const { fillStyle, strokeStyle, lineWidth, font, wordSpacing, textAlign, textBaseline } = this;
    this.#saved.push({
      fillStyle,
      strokeStyle,
      lineWidth,
      font,
      wordSpacing,
      textAlign,
      textBaseline,
    });
    this.#write("q");
  }

  restore(): void {
    const state = this.#saved.pop();
    if (!state) return;
    Object.assign(this, state);
    this.#write("Q");
  }

  translate(x: number, y: number): void {
    this.#write(`1 0 0 1 ${units(x)} ${units(y)} cm`);
  }

  rotate(angle: number): void {
    const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)];
    this.#write(`${cos} ${sin} ${(-Number(sin)).toFixed(5)} ${cos} 0 0 cm`);
  }

  beginPath(): void {
    this.#path = "";
  }

  moveTo(x: number, y: number): void {
    this.#path += `${units(x)} ${units(y)} m\n`;
  }

  lineTo(x: number, y: number): void {
    this.#path += `${units(x)} ${units(y)} l\n`;
  }

  rect(x: number, y: number, width: number, height: number): void {
    this.#path += `${rectangle(x, y, width, height)}\n`;
  }

  roundRect(x: number, y: number, width: number, height: number, radii?: number | number[]): void {
    const radius = (typeof radii === "number" ? radii : radii?.[0]) ?? 0;
    const [right, bottom, near] = [x + width, y + height, radius * (1 - quarter)];
    this.moveTo(x + radius, y);
    this.lineTo(right - radius, y);
    this.#curve(right - near, y, right, y + near, right, y + radius);
    this.lineTo(right, bottom - radius);
    this.#curve(right, bottom - near, right - near, bottom, right - radius, bottom);
    this.lineTo(x + radius, bottom);
    this.#curve(x + near, bottom, x, bottom - near, x, bottom - radius);
    this.lineTo(x, y + radius);
    this.#curve(x, y + near, x + near, y, x + radius, y);
    this.#path += "h\n";
  }

  fillRect(x: number, y: number, width: number, height: number): void {
    const color = this.#color(this.fillStyle, "rg");
    if (color !== this.#rectangleColor) this.#flush();
    this.#rectangleColor = color;
    this.#rectangles += `${rectangle(x, y, width, height)}\n`;
  }

  clip(): void {
    this.#write(`${this.#path}W n`);
  }

  fill(): void {
    this.#write(`${this.#color(this.fillStyle, "rg")}\n${this.#path}f`);
  }

  stroke(): void {
    this.#write(`${this.#lines()}\n${this.#path}S`);
  }

  /** Whatever image it is: the only one that is drawn on a card is the photo, named so in the resources. */
  drawImage(_image: unknown, x: number, y: number, width = 1, height = 1): void {
    // An image's own y goes upwards.
    const place = [width, 0, 0, -height, x, y + height].map(units).join(" ");
    this.#write(`q /${this.#resources.opacityName(1)} gs ${place} cm /Photo Do Q`);
  }

  fillText(text: string, x: number, y: number): void {
    this.#write(`${this.#color(this.fillStyle, "rg")}\n${this.#text(text, x, y, 0)}`);
  }

  strokeText(text: string, x: number, y: number): void {
    this.#write(`${this.#lines()}\n${this.#text(text, x, y, 1)}`);
  }

  /** @param mode 0 fills the letters, 1 strokes them */
  #text(text: string, x: number, y: number, mode: 0 | 1): string {
    const { weight, size } = readFont(this.font);
    const spacing = Number.parseFloat(this.wordSpacing) / size;
    const width = measure(text, weight) * size;
    const left = this.textAlign === "center" ? x - width / 2 : x;
    const baseline = this.textBaseline === "middle" ? y + 0.35 * size : y;
    const place = `${units(size)} 0 0 ${units(-size)} ${units(left)} ${units(baseline)} Tm`;
    const shown = this.#resources.textOperand(text, weight, spacing);
    return `BT /F${weight} 1 Tf ${mode} Tr ${place}\n${shown} TJ\nET`;
  }

  #curve(...points: readonly number[]): void {
    this.#path += `${points.map(units).join(" ")} c\n`;
  }

  #lines(): string {
    return `${this.#color(this.strokeStyle, "RG")}\n${units(this.lineWidth)} w`;
  }

  /** Colour and opacity. @param operator "rg" for areas, "RG" for lines */
  #color(style: Pen["fillStyle"], operator: "rg" | "RG"): string {
    if (typeof style !== "string") throw new Error("A PDF's pen has no gradients.");
    const { rgb, opacity } = colorOf(style);
    return `/${this.#resources.opacityName(opacity)} gs ${rgb} ${operator}`;
  }

  #write(operators: string): void {
    this.#flush();
    this.#content += `${operators}\n`;
  }

  #flush(): void {
    if (this.#rectangles === "") return;
    this.#content += `${this.#rectangleColor}\n${this.#rectangles}f\n`;
    this.#rectangles = "";
  }
}
