/**
 * Draws marks on pixels that are there already. Lines and codes are written into them; a canvas draws the rest on a clean
 * sheet, of which only the boxes with ink are read back: to read a canvas takes longer than to draw on it.
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
  /** What picture marks show; only who has one needs it. */
  readonly picture?: Picture;
  /** Rows from the top that no mark touches: none unless told. */
  readonly untouchedRows?: number;
}

/** Draws one picture after another. Not for two at the same time: its sheets are used again and again. */
export class PixelPen {
  /** By size: to get fresh memory takes longer than to fill it. */
  readonly #sheets = new Map<string, Canvas>();
  /** Of lines in a square of their own, which may be drawn in several places. */
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

/** Ink that is everywhere is read once, and not again in the boxes of the rest. */
export function boxesToRead(
  inked: readonly Box[],
  { width, height }: Pick<Pixels, "width" | "height">,
): readonly Box[] {
  const isWhole = inked.some((box) => box.width >= width && box.height >= height);
  return isWhole ? [{ x: 0, y: 0, width, height }] : inked;
}
