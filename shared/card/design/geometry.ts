/** The places of everything on the fronts, in pixels of 300 dpi: CR80 is 1011x638 (K-22). */

import type { Box } from "#shared/render/place-text.ts";
import type { Face } from "../card-content.ts";

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

/** Nothing that a printer must not cut off stands within it. */
export const margin = 44;

/** Of the photo, the QR's panel and the back. */
export const panelRadius = 22;

/**
 * The size of labels, and of the smallest text on a card that is to be read, in pixels per em: 5 points and a little on a
 * printed card, 72 / 300 of a point a pixel.
 */
export const smallest = 21;

export interface FrontGeometry {
  readonly emblem: { readonly x: number; readonly y: number; readonly radius: number };
  readonly title: Omit<Box, "height">;
  readonly subtitle: Omit<Box, "height">;
  readonly badge: Box;
  /** For a kind whose word has no room in the usual one. */
  readonly longBadge: Box;
  readonly rule: Box;
  /** The ratio of a photo of 450x575 (K-19). */
  readonly photo: Box;
  /** White, with the QR in its middle. */
  readonly qrPanel: Box;
  /** The text that the scan, not the card, says whether the card is valid. */
  readonly status: Box & { readonly align: "right" | "center" };
  /** Name and numbers; jabatan, unit kerja and instansi; Nomor Seri, Kode Periksa and day. One column in portrait. */
  readonly columns: readonly [identity: Box, work: Box, issue: Box] | readonly [all: Box];
}

/**
 * A signed payload of 61 modules with its quiet zone needs 276 pixels at 4 pixels a module, which fits into 328. Today's codes
 * of 29 and 33 modules get 8 pixels a module there. The panel begins at a multiple of 8 pixels, the squares of JPEG (see
 * qr.ts), and 33 modules with their quiet zone fill it exactly.
 */
const qrSide = 328;

export const fronts: Readonly<Record<Orientation, FrontGeometry>> = {
  landscape: {
    emblem: { x: 82, y: 57, radius: 37 },
    title: { x: 136, y: 20, width: 590 },
    subtitle: { x: 136, y: 68, width: 590 },
    badge: { x: 856, y: 20, width: 112, height: 42 },
    longBadge: { x: 728, y: 20, width: 240, height: 42 },
    rule: { x: margin, y: 98, width: 924, height: 2 },
    photo: { x: margin, y: 114, width: 236, height: 302 },
    qrPanel: { x: 640, y: 264, width: qrSide, height: qrSide },
    status: { x: 738, y: 66, width: 230, height: 28, align: "right" },
    columns: [
      { x: 300, y: 102, width: 668, height: 160 },
      { x: 300, y: 266, width: 324, height: 328 },
      { x: margin, y: 426, width: 250, height: 168 },
    ],
  },
  portrait: {
    emblem: { x: 79, y: 56, radius: 35 },
    title: { x: 128, y: 20, width: 366 },
    subtitle: { x: 128, y: 63, width: 466 },
    badge: { x: 502, y: 20, width: 92, height: 40 },
    longBadge: { x: 418, y: 7, width: 176, height: 56 },
    rule: { x: margin, y: 95, width: 550, height: 2 },
    photo: { x: margin, y: 104, width: 204, height: 261 },
    qrPanel: { x: 264, y: 104, width: qrSide, height: qrSide },
    status: { x: margin, y: 384, width: 204, height: 28, align: "center" },
    columns: [{ x: margin, y: 444, width: 550, height: 542 }],
  },
};
