/**
 * What a drawing consists of: a list of marks, the lowest first. Every pen draws the same list: pixel-pen.ts in pixels,
 * pdf-pen.ts in a PDF. Places and sizes are in pixels of 300 dpi, y downwards.
 */
import type { FineLines } from "./fine-lines.ts";
import type { Weight } from "./fit-text.ts";
import type { Box, PlacedText } from "./place-text.ts";
import type { Qr } from "./qr.ts";

/** A box with round corners. */
export interface RoundBox extends Box {
  readonly radius: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface Ink {
  /** "#RRGGBB" */
  readonly color: string;
  /** 0 to 1; 1 unless told. */
  readonly opacity?: number;
}

/** The line around something. */
export interface Outline extends Ink {
  /** In pixels. */
  readonly thickness: number;
}

interface TextMark {
  readonly kind: "text";
  readonly texts: readonly PlacedText[];
}

/** The one picture of the drawing, which its pen is given, or one of several on a page, by its name. */
export interface PictureMark {
  readonly kind: "picture";
  /** Of one of several: a file's pages are set with pictures by their names (render/pdf/a4-setter.ts). */
  readonly name?: string;
  readonly box: RoundBox;
  /** Within the box, along its edge. */
  readonly frame: Outline;
  /** The text for people who cannot see it. */
  readonly alternative: string;
}

export interface LinesMark {
  readonly kind: "lines";
  readonly lines: FineLines;
  /** A square in which the lines are given, where it is not the whole drawing. */
  readonly square?: Point & { readonly side: number };
  /** Where they are visible. */
  readonly within?: RoundBox;
}

export interface CodeMark {
  readonly kind: "code";
  readonly qr: Qr;
  readonly panel: RoundBox;
  /** The text for people who cannot see it. */
  readonly alternative: string;
}

/** A line of tiny letters, repeated from edge to edge. */
export interface MicrotextMark extends Ink {
  readonly kind: "microtext";
  readonly text: string;
  readonly weight: Weight;
  /** Pixels per em. */
  readonly size: number;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
}

/** A word across the whole drawing that can be seen through. */
export interface StampMark {
  readonly kind: "stamp";
  readonly text: string;
  readonly weight: Weight;
  readonly size: number;
  readonly middle: Point;
  /** Radians, clockwise. */
  readonly angle: number;
  readonly fill: Ink;
  readonly outline: Outline;
}

export type Mark =
  | TextMark
  | PictureMark
  | LinesMark
  | CodeMark
  | MicrotextMark
  | StampMark
  | EmblemMark;

interface Stop extends Ink {
  /** 0 to 1 along the gradient. */
  readonly at: number;
}

export type Fill =
  | Ink
  | { readonly from: Point; readonly to: Point; readonly stops: readonly Stop[] }
  | { readonly middle: Point; readonly radius: number; readonly stops: readonly Stop[] };

export interface AreaMark {
  readonly kind: "area";
  readonly box: Box & { readonly radius?: number };
  readonly fill: Fill;
  readonly outline?: Outline;
  readonly shadow?: Ink & { readonly blur: number; readonly down: number };
  readonly within?: RoundBox;
}

/** One square tile of ellipses, repeated over the whole drawing. */
export interface TilesMark {
  readonly kind: "tiles";
  readonly side: number;
  readonly ellipses: readonly (Point & {
    readonly radii: readonly [number, number];
    readonly angle: number;
  })[];
  readonly fill: Ink;
}

/** Shapes of a square of 100 units, each repeated around its middle. */
export interface EmblemMark {
  readonly kind: "emblem";
  readonly shapes: readonly {
    /** As SVG has it. */
    readonly path: string;
    /** "#RRGGBB" */
    readonly color: string;
    readonly repeat: number;
  }[];
  readonly middle: Point;
  readonly radius: number;
  /** The text for people who cannot see it, where it is more than an ornament. */
  readonly alternative?: string;
}

/** Marks of a ground. A PDF cannot draw shadows and soft light, so a ground is always drawn in pixels. */
export type GroundMark = LinesMark | AreaMark | TilesMark | EmblemMark;
