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
import { channels } from "#shared/render/color.ts";
import { type Weight, widthOf } from "#shared/render/fit-text.ts";
import { measure } from "#shared/render/fonts.ts";
import type {
  CodeMark,
  Ink,
  LinesMark,
  Mark,
  MicrotextMark,
  Outline,
  PictureMark,
  RoundBox,
} from "#shared/render/mark.ts";
import { microtextStrip, microtextTimes } from "#shared/render/microtext.ts";
import { leftOf, type PlacedText } from "#shared/render/place-text.ts";
import { placeQr, qrColors } from "#shared/render/qr.ts";

/** How far a Bézier's handles stay from the corner, as a share of the radius. */
const near = 1 - 0.5523;

type Letters = Pick<MicrotextMark, "text" | "weight" | "size" | "x" | "baseline">;

/**
 * Marks with what pdf-lib has for drawing: areas and lines as SVG paths, words as text. It has no kerning and no word
 * spacing.
 */
export class PdfLibPen {
  readonly #page: PDFPage;
  /** Points in a pixel. */
  readonly #scale: number;
  readonly #fonts: ReadonlyMap<Weight, PDFFont>;
  readonly #photo: PDFImage;

  constructor(page: PDFPage, scale: number, fonts: ReadonlyMap<Weight, PDFFont>, photo: PDFImage) {
    this.#page = page;
    this.#scale = scale;
    this.#fonts = fonts;
    this.#photo = photo;
  }

  draw(marks: readonly Mark[]): void {
    for (const mark of marks) this.#draw(mark);
  }

  #draw(mark: Mark): void {
    if (mark.kind === "text") for (const text of mark.texts) this.#line(text);
    else if (mark.kind === "picture") this.#picture(mark);
    else if (mark.kind === "lines") this.#lines(mark);
    else if (mark.kind === "code") this.#code(mark);
    else if (mark.kind === "microtext") this.#microtext(mark);
    else throw new Error("Only previews have a mark across them, and none is drawn here.");
  }

  #microtext(mark: MicrotextMark): void {
    const text = mark.text.repeat(microtextTimes(mark, measure));
    this.#within({ ...microtextStrip(mark), radius: 0 }, () =>
      this.#letters({ ...mark, text }, mark),
    );
  }

  #line(placed: PlacedText): void {
    const x = leftOf(placed, widthOf(placed.text, placed, measure) * placed.size);
    this.#letters({ ...placed, x }, placed);
  }

  #letters({ text, weight, size, x, baseline }: Letters, ink: Ink): void {
    const font = this.#fonts.get(weight);
    if (!font) throw new Error(`There is no font of weight ${weight}.`);
    const at = { x: x * this.#scale, y: this.#fromBelow(baseline), size: size * this.#scale };
    this.#page.drawText(text, { ...at, font, ...paintOf(ink) });
  }

  #picture({ box, frame }: PictureMark): void {
    const { x, y, width, height, radius } = box;
    this.#within(box, () =>
      this.#page.drawImage(this.#photo, {
        x: x * this.#scale,
        y: this.#fromBelow(y + height),
        width: width * this.#scale,
        height: height * this.#scale,
      }),
    );
    const { thickness } = frame;
    const inset = thickness / 2;
    const edge = { width: width - thickness, height: height - thickness, radius: radius - inset };
    this.#stroke(roundPath({ x: x + inset, y: y + inset, ...edge }), frame);
  }

  #lines({ lines: { lines, ...outline }, square, within }: LinesMark): void {
    let path = "";
    for (const line of lines)
      for (let at = 0; at < line.length; at += 2)
        path += `${at === 0 ? "M" : "L"}${line[at]} ${line[at + 1]}`;
    this.#within(within, () => {
      if (square)
        this.#page.pushOperators(translate(square.x * this.#scale, -square.y * this.#scale));
      this.#stroke(path, outline);
    });
  }

  #code({ qr, panel }: CodeMark): void {
    const { x, y, module } = placeQr(qr, panel);
    const bars = qr.runs.map(
      ([row, column, length]) =>
        `M${x + column * module} ${y + row * module}h${length * module}v${module}h${-length * module}Z`,
    );
    this.#fill(roundPath(panel), { color: qrColors.light });
    this.#fill(bars.join(""), { color: qrColors.dark });
  }

  /** pdf-lib has operators for this, and nothing above them. */
  #within(box: RoundBox | undefined, draw: () => void): void {
    this.#page.pushOperators(pushGraphicsState());
    if (box) this.#clip(box);
    draw();
    this.#page.pushOperators(popGraphicsState());
  }

  #clip({ x, y, width, height, radius }: RoundBox): void {
    const [right, bottom] = [x + width, y + height];
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

  #fill(path: string, ink: Ink): void {
    this.#page.drawSvgPath(path, { ...this.#whole, ...paintOf(ink) });
  }

  #stroke(path: string, outline: Outline): void {
    const { color, opacity } = paintOf(outline);
    this.#page.drawSvgPath(path, {
      ...this.#whole,
      borderColor: color,
      borderOpacity: opacity,
      borderWidth: outline.thickness,
    });
  }

  /** From pixels with y downwards. */
  get #whole() {
    return { x: 0, y: this.#page.getHeight(), scale: this.#scale };
  }

  #fromBelow(y: number): number {
    return this.#page.getHeight() - y * this.#scale;
  }
}

/** As SVG has it. */
function roundPath({ x, y, width, height, radius }: RoundBox): string {
  const corner = (dx: number, dy: number) => `a${radius} ${radius} 0 0 1 ${dx} ${dy}`;
  return (
    `M${x + radius} ${y}h${width - 2 * radius}${corner(radius, radius)}v${height - 2 * radius}` +
    `${corner(-radius, radius)}h${2 * radius - width}${corner(-radius, -radius)}v${2 * radius - height}` +
    `${corner(radius, -radius)}Z`
  );
}

function paintOf({ color, opacity = 1 }: Ink) {
  const [red, green, blue] = channels(color);
  return { color: rgb(red / 255, green / 255, blue / 255), opacity };
}
