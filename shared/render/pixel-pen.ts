/**
 * Draws marks on existing pixels. Lines and codes are written into them directly. A canvas draws the rest on an empty sheet, and
 * only the boxes with ink are read from it, because reading a canvas takes longer than drawing on it.
 */
import { type Canvas, createCanvas } from "@napi-rs/canvas";
import { type Picture, paintMarks } from "./canvas-pen.ts";
import { type Coverage, coverageOf, type FineLines, inkLines } from "./fine-lines.ts";
import type { CodeMark, LinesMark, Mark } from "./mark.ts";
import { columnsOf, layOver, layQr, type Pixels } from "./pixels.ts";
import type { Box } from "./place-text.ts";

/** Marks that need no canvas. */
type DirectMark = LinesMark | CodeMark;

export interface PixelOptions {
  /** The picture of picture marks; needed only if there are any. */
  readonly picture?: Picture;
  /** How many rows from the top no mark touches; 0 by default. */
  readonly untouchedRows?: number;
}

/** Draws one picture after another, never two at the same time, because it reuses its sheets. */
export class PixelPen {
  /** Sheets by size. They are reused, because new memory takes longer than filling it. */
  readonly #sheets = new Map<string, Canvas>();
  /** A cache of lines in a square, which may be drawn in several places. */
  readonly #coverages = new WeakMap<FineLines, Coverage>();

  /** @throws Error when there is a picture mark and no picture */
  draw(pixels: Pixels, marks: readonly Mark[], options: PixelOptions = {}): void {
    let onCanvas: Mark[] = [];
    for (const mark of marks) {
      if (!isDirect(mark)) {
        onCanvas.push(mark);
        continue;
      }
      this.#layCanvas(pixels, onCanvas, options);
      onCanvas = [];
      this.#drawDirect(pixels, mark);
    }
    this.#layCanvas(pixels, onCanvas, options);
  }

  #drawDirect(pixels: Pixels, mark: DirectMark): void {
    if (mark.kind === "code") {
      layQr(pixels, mark.qr, mark.panel);
      return;
    }
    const { within } = mark;
    const clip = within ? (row: number) => columnsOf(within, row) : undefined;
    inkLines(pixels, this.#coverageOf(pixels, mark), mark.lines, clip);
  }

  #coverageOf(pixels: Pixels, { lines, square }: LinesMark): Coverage {
    if (!square) return coverageOf(lines, pixels);
    const { x, y, side } = square;
    const known = this.#coverages.get(lines);
    const coverage = known ?? coverageOf(lines, { width: side, height: side });
    this.#coverages.set(lines, coverage);
    return { ...coverage, left: coverage.left + x, top: coverage.top + y };
  }

  #layCanvas(
    pixels: Pixels,
    marks: readonly Mark[],
    { picture, untouchedRows: above = 0 }: PixelOptions,
  ): void {
    if (marks.length === 0) return;
    const [width, height] = [pixels.width, pixels.height - above];
    const size = `${width}x${height}`;
    const canvas = this.#sheets.get(size) ?? createCanvas(width, height);
    this.#sheets.set(size, canvas);
    const pen = canvas.getContext("2d");
    pen.clearRect(0, 0, width, height);
    pen.save();
    pen.translate(0, -above);
    const inked = paintMarks(pen, marks, picture ? { picture } : {});
    pen.restore();
    for (const { x, y, ...box } of boxesToRead(inked, pixels)) {
      const ink = pen.getImageData(x, y - above, box.width, box.height);
      layOver(pixels, ink.data, { x, y, ...box });
    }
  }
}

/** Whether a mark is written into the pixels without a canvas. */
export function isDirect(mark: Mark): mark is DirectMark {
  return mark.kind === "lines" || mark.kind === "code";
}

/** A box over the whole picture is read once, and the other boxes are not read again. */
export function boxesToRead(
  inked: readonly Box[],
  { width, height }: Pick<Pixels, "width" | "height">,
): readonly Box[] {
  const isWhole = inked.some((box) => box.width >= width && box.height >= height);
  return isWhole ? [{ x: 0, y: 0, width, height }] : inked;
}
