/** Where things stand on the fronts, in pixels of 300 dpi: CR80 is 1011x638 (K-22). */
import type { Face } from "../card-content.ts";
import type { Box } from "./place-text.ts";

export type Orientation = "landscape" | "portrait";

export interface FaceShape {
  readonly side: "front" | "back";
  readonly orientation: Orientation;
  readonly width: number;
  readonly height: number;
}

const landscape = { orientation: "landscape", width: 1011, height: 638 } as const;
const portrait = { orientation: "portrait", width: 638, height: 1011 } as const;

export const shapes: Readonly<Record<Face, FaceShape>> = {
  "front-landscape": { side: "front", ...landscape },
  "back-landscape": { side: "back", ...landscape },
  "front-portrait": { side: "front", ...portrait },
  "back-portrait": { side: "back", ...portrait },
};

/** Free of anything that must not be cut off by a printer. */
export const margin = 44;

/** Of the photo, the QR's panel and the back. */
export const panelRadius = 22;

export interface FrontGeometry {
  readonly emblem: { readonly x: number; readonly y: number; readonly radius: number };
  readonly title: Box;
  readonly badge: Box;
  readonly rule: Box;
  /** The ratio of a photo of 450x575 (K-19). */
  readonly photo: Box;
  /** White, with the QR in its middle. */
  readonly qrPanel: Box;
  /** Name and numbers; jabatan, unit kerja and instansi; Nomor Seri and days. One column in portrait. */
  readonly columns: readonly [identity: Box, work: Box, issue: Box] | readonly [all: Box];
}

/**
 * A signed payload of 61 modules with its quiet zone needs 276 pixels at 4 a module. 296 hold that, and make today's
 * codes of 29 and 33 modules 8 and 7 pixels a module.
 */
const qrSide = 296;

export const fronts: Readonly<Record<Orientation, FrontGeometry>> = {
  landscape: {
    emblem: { x: 84, y: 72, radius: 40 },
    title: { x: 142, y: 30, width: 640, height: 84 },
    badge: { x: 855, y: 49, width: 112, height: 46 },
    rule: { x: margin, y: 124, width: 923, height: 2 },
    photo: { x: margin, y: 150, width: 252, height: 322 },
    qrPanel: { x: 671, y: 294, width: qrSide, height: qrSide },
    columns: [
      { x: 326, y: 137, width: 641, height: 148 },
      { x: 326, y: 296, width: 326, height: 294 },
      { x: margin, y: 488, width: 270, height: 104 },
    ],
  },
  portrait: {
    emblem: { x: 82, y: 70, radius: 38 },
    title: { x: 136, y: 33, width: 350, height: 80 },
    badge: { x: 502, y: 50, width: 92, height: 40 },
    rule: { x: margin, y: 122, width: 550, height: 2 },
    photo: { x: margin, y: 148, width: 234, height: 299 },
    qrPanel: { x: 298, y: 148, width: qrSide, height: 299 },
    columns: [{ x: margin, y: 460, width: 550, height: 522 }],
  },
};
