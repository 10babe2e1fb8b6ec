/** Writes marks as a PDF's content: text stays text, lines and codes are outlines. */
import type { FineLines } from "./fine-lines.ts";
import { type Weight, widthOf } from "./fit-text.ts";
import type {
  CodeMark,
  EmblemMark,
  Ink,
  LinesMark,
  Mark,
  MicrotextMark,
  Outline,
  PictureMark,
  Point,
  StampMark,
} from "./mark.ts";
import { microtextStrip, microtextTimes } from "./microtext.ts";
import {
  line,
  move,
  numbers,
  rectangle,
  rgb,
  roundPath,
  units,
  unitsPerPixel,
} from "./pdf/operands.ts";
import type { PdfResources } from "./pdf/pdf-resources.ts";
import type { Piece } from "./pdf/tagged-content.ts";
import { leftOf, type PlacedText } from "./place-text.ts";
import { placeQr, qrColors } from "./qr.ts";
import { pathSteps } from "./svg-path.ts";

/** What a line of letters looks like, and where it begins. */
interface Letters {
  readonly text: string;
  readonly weight: Weight;
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  /** Added to every space, in em. */
  readonly wordSpacing?: number;
}

/** Draws with the fonts and opacities of one file. */
export class PdfPen {
  readonly #resources: PdfResources;

  constructor(resources: PdfResources) {
    this.#resources = resources;
  }

  /**
   * @param pictureName under which the page's resources have the picture
   * @returns operators in tenths of pixels, y downwards; whoever places them turns them over
   */
  draw(marks: readonly Mark[], pictureName = ""): Piece[] {
    return marks.flatMap((mark) => this.#draw(mark, pictureName));
  }

  #draw(mark: Mark, pictureName: string): Piece[] {
    switch (mark.kind) {
      case "text":
        return paragraphsOf(mark.texts).map((lines) => this.#paragraph(lines));
      case "picture": {
        const { box, alternative, name = pictureName } = mark;
        const tag = { role: "Figure", alternative, box } as const;
        return [{ operators: this.#picture(mark, name), tag }];
      }
      case "code": {
        const { panel: box, alternative } = mark;
        return [{ operators: this.#code(mark), tag: { role: "Figure", alternative, box } }];
      }
      case "stamp":
        return [{ operators: this.#stamp(mark), tag: { role: "P" } }];
      case "lines":
        return [{ operators: this.#lines(mark) }];
      case "microtext":
        return [{ operators: this.#microtext(mark) }];
      case "emblem":
        return [this.#emblem(mark)];
    }
  }

  #paragraph(lines: readonly PlacedText[]): Piece {
    const [first] = lines;
    if (!first) return { operators: "" };
    const { role, text } = first.paragraph;
    const operators = lines.map((line) => this.#line(line)).join("");
    return { operators, tag: lines.length > 1 ? { role, actualText: text } : { role } };
  }

  #line(placed: PlacedText): string {
    const x = leftOf(placed, widthOf(placed.text, placed, this.#resources.measure) * placed.size);
    return `${this.#fill(placed)}\n${this.#letters({ ...placed, x })}\n`;
  }

  #picture({ box, frame }: PictureMark, name: string): string {
    const { x, y, width, height, radius } = box;
    // In an image y goes upwards.
    const place = [width, 0, 0, -height, x, y + height].map(units).join(" ");
    const { thickness } = frame;
    const inset = thickness / 2;
    const edge = {
      x: x + inset,
      y: y + inset,
      width: width - thickness,
      height: height - thickness,
      radius: radius - inset,
    };
    return (
      `q\n${roundPath(box)}W n\nq /${this.#resources.opacityName(1)} gs ${place} cm /${name} Do Q\nQ\n` +
      `${this.#stroke(frame)}\n${roundPath(edge)}S\n`
    );
  }

  #lines({ lines, square, within }: LinesMark): string {
    const strokes = this.#strokes(lines);
    if (!square && !within) return strokes;
    const clip = within ? `${roundPath(within)}W n\n` : "";
    const move = square ? `1 0 0 1 ${units(square.x)} ${units(square.y)} cm\n` : "";
    return `q\n${clip}${move}${strokes}Q\n`;
  }

  #strokes({ lines, ...outline }: FineLines): string {
    let path = "";
    for (const points of lines) {
      path += move(points[0] ?? 0, points[1] ?? 0);
      for (let at = 2; at < points.length; at += 2)
        path += line(points[at] ?? 0, points[at + 1] ?? 0);
    }
    return `${this.#stroke(outline)}\n${path}S\n`;
  }

  /** All modules are one path, so that there is no gap between neighbours. */
  #code({ qr, panel }: CodeMark): string {
    const { x, y, module } = placeQr(qr, panel);
    const bars = qr.runs.map(
      ([row, column, length]) =>
        `${rectangle(x + column * module, y + row * module, length * module, module)}\n`,
    );
    const [light, dark] = [
      this.#fill({ color: qrColors.light }),
      this.#fill({ color: qrColors.dark }),
    ];
    return `${light}\n${roundPath(panel)}f\n${dark}\n${bars.join("")}f\n`;
  }

  #emblem({ shapes, middle, radius, alternative }: EmblemMark): Piece {
    const place = emblemPlace(middle, radius);
    const drawn = shapes.map(({ path, color, repeat }) => {
      const shape = `${pathOperators(path)}f\n`;
      const turns = Array.from({ length: repeat }, (_, turn) => {
        const angle = (turn / repeat) * 2 * Math.PI;
        const [cos, sin] = [Math.cos(angle), Math.sin(angle)];
        return `q ${numbers(cos, sin, -sin, cos, 0, 0)} cm 1 0 0 1 -50 -50 cm\n${shape}Q\n`;
      });
      return `${this.#fill({ color })}\n${turns.join("")}`;
    });
    const operators = `q ${place} cm\n${drawn.join("")}Q\n`;
    if (alternative === undefined) return { operators };
    const corner = { x: middle.x - radius, y: middle.y - radius };
    const box = { ...corner, width: 2 * radius, height: 2 * radius };
    return { operators, tag: { role: "Figure", alternative, box } };
  }

  #microtext(mark: MicrotextMark): string {
    const { x, y, width, height } = microtextStrip(mark);
    const letters = this.#letters({
      ...mark,
      text: mark.text.repeat(microtextTimes(mark, this.#resources.measure)),
    });
    return `q\n${rectangle(x, y, width, height)}\nW n\n${this.#fill(mark)}\n${letters}\nQ\n`;
  }

  #stamp({ text, weight, size, middle, angle, fill, outline }: StampMark): string {
    const [cos, sin] = [Math.cos(angle).toFixed(5), Math.sin(angle).toFixed(5)];
    const turn = `${cos} ${sin} ${(-Number(sin)).toFixed(5)} ${cos} 0 0 cm`;
    // The middle of capitals is at 0.35 of the size.
    const x = (-this.#resources.measure(text, weight) * size) / 2;
    const letters = { text, weight, size, x, baseline: 0.35 * size };
    return (
      `q\n1 0 0 1 ${units(middle.x)} ${units(middle.y)} cm\n${turn}\n` +
      `${this.#fill(fill)}\n${this.#letters(letters)}\n` +
      `${this.#stroke(outline)}\n${this.#letters(letters, 1)}\nQ\n`
    );
  }

  /** @param mode 0 fills the letters, 1 strokes them */
  #letters({ text, weight, size, x, baseline, wordSpacing = 0 }: Letters, mode: 0 | 1 = 0): string {
    const place = `${units(size)} 0 0 ${units(-size)} ${units(x)} ${units(baseline)} Tm`;
    const shown = this.#resources.textOperand(text, weight, wordSpacing);
    return `BT /F${weight} 1 Tf ${mode} Tr ${place}\n${shown} TJ\nET`;
  }

  #fill({ color, opacity = 1 }: Ink): string {
    return `/${this.#resources.opacityName(opacity)} gs ${rgb(color)} rg`;
  }

  #stroke({ color, opacity = 1, thickness }: Outline): string {
    return `/${this.#resources.opacityName(opacity)} gs ${rgb(color)} RG\n${units(thickness)} w`;
  }
}

/** A square of 100 units around the origin, laid over the emblem's. */
function emblemPlace({ x, y }: Point, radius: number): string {
  const scale = (radius * unitsPerPixel) / 50;
  return `${numbers(scale, 0, 0, scale)} ${units(x)} ${units(y)}`;
}

/** In the units of the path itself. */
function pathOperators(path: string): string {
  const operator = { M: "m", L: "l", C: "c", Z: "h" } as const;
  return pathSteps(path)
    .map(
      ({ act, at }) =>
        `${[...at.map((each) => Number(each.toFixed(3))), operator[act]].join(" ")}\n`,
    )
    .join("");
}

/** Groups neighbouring texts of one paragraph. */
function paragraphsOf(texts: readonly PlacedText[]): PlacedText[][] {
  const paragraphs: PlacedText[][] = [];
  for (const text of texts) {
    const last = paragraphs.at(-1);
    if (last?.[0]?.paragraph === text.paragraph) last.push(text);
    else paragraphs.push([text]);
  }
  return paragraphs;
}
