/** Which part of a picture becomes the photo: pure, so that page and worker place it alike. */
import { photoHeight, photoWidth } from "#shared/photo/photo-limits.ts";

export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Frame {
  /** What of the picture lies in the middle of the frame, as shares of its width and height. */
  readonly x: number;
  readonly y: number;
  /** At 1 the picture just covers the frame. */
  readonly zoom: number;
  /** Fine turn and quarter turns, in degrees clockwise. */
  readonly turn: number;
  readonly quarter: 0 | 90 | 180 | 270;
}

export const zoomLimits = { min: 0.3, max: 8 } as const;
export const turnLimit = 45;
export const wholeFrame: Frame = { x: 0.5, y: 0.5, zoom: 1, turn: 0, quarter: 0 };

/** Whether nobody has moved it. */
export function isWhole(frame: Frame): boolean {
  const { x, y, zoom, turn, quarter } = wholeFrame;
  return (
    frame.x === x &&
    frame.y === y &&
    frame.zoom === zoom &&
    frame.turn === turn &&
    frame.quarter === quarter
  );
}

/** Where a conforming photo has the eyes, and the head from crown to chin, as shares of the height (design of the photo, «frame»). */
export const guides = { eyes: 0.4, crown: 0.14, chin: 0.62 } as const;

export type Place = readonly [x: number, y: number];

/** The six numbers of a canvas's setTransform. */
export type Matrix = readonly [number, number, number, number, number, number];

/** Places a picture so that the frame shows its part, drawn `pixels` times as large as the photo. */
export function matrixOf(frame: Frame, picture: Size, pixels = 1): Matrix {
  const scale = scaleOf(frame, picture) * pixels;
  const { cos, sin } = turnOf(frame);
  const [x, y] = [frame.x * picture.width * scale, frame.y * picture.height * scale];
  const [middleX, middleY] = [(photoWidth * pixels) / 2, (photoHeight * pixels) / 2];
  return [
    scale * cos,
    scale * sin,
    -scale * sin,
    scale * cos,
    middleX - x * cos + y * sin,
    middleY - x * sin - y * cos,
  ];
}

/** Where a place of the photo, in its pixels, lies in the picture, as shares of its width and height. */
export function inPicture(frame: Frame, picture: Size, [x, y]: Place): Place {
  const [a, b, c, d, e, f] = matrixOf(frame, picture);
  const determinant = a * d - b * c;
  const [dx, dy] = [x - e, y - f];
  return [
    (d * dx - c * dy) / determinant / picture.width,
    (a * dy - b * dx) / determinant / picture.height,
  ];
}

/** The way back from `inPicture`. */
export function inPhoto(frame: Frame, picture: Size, [x, y]: Place): Place {
  const [a, b, c, d, e, f] = matrixOf(frame, picture);
  const [px, py] = [x * picture.width, y * picture.height];
  return [a * px + c * py + e, b * px + d * py + f];
}

/** Pixels of the photo for the whole width of the picture. */
export function widthInPhoto(frame: Frame, picture: Size): number {
  return scaleOf(frame, picture) * picture.width;
}

/** How many pixels of the picture the frame holds: fewer than the photo has are enlarged. */
export function sizeInFrame(frame: Frame, picture: Size): Size {
  const scale = scaleOf(frame, picture);
  return { width: Math.round(photoWidth / scale), height: Math.round(photoHeight / scale) };
}

/** Moves the picture below the frame. @param dx in pixels of the photo, as `dy` */
export function moved(frame: Frame, picture: Size, dx: number, dy: number): Frame {
  const scale = scaleOf(frame, picture);
  const { cos, sin } = turnOf(frame);
  return {
    ...frame,
    x: within(frame.x - (dx * cos + dy * sin) / scale / picture.width, 0, 1),
    y: within(frame.y - (dy * cos - dx * sin) / scale / picture.height, 0, 1),
  };
}

/** Another zoom; what lies at a place of the photo stays there. @param at in pixels of the photo; its middle without it */
export function zoomed(
  frame: Frame,
  picture: Size,
  zoom: number,
  at: Place = [photoWidth / 2, photoHeight / 2],
): Frame {
  const next = within(zoom, zoomLimits.min, zoomLimits.max);
  const rest = 1 - next / frame.zoom;
  const [dx, dy] = [(at[0] - photoWidth / 2) * rest, (at[1] - photoHeight / 2) * rest];
  // What was at that place is moved there again, by as much as the zoom has taken it away.
  return moved({ ...frame, zoom: next }, picture, dx, dy);
}

export function turned(frame: Frame, turn: number): Frame {
  return { ...frame, turn: within(turn, -turnLimit, turnLimit) };
}

export function turnedByQuarter(frame: Frame): Frame {
  const next = { 0: 90, 90: 180, 180: 270, 270: 0 } as const;
  return { ...frame, quarter: next[frame.quarter] };
}

function scaleOf({ zoom, quarter }: Frame, { width, height }: Size): number {
  const [across, down] = quarter % 180 === 0 ? [width, height] : [height, width];
  return zoom * Math.max(photoWidth / across, photoHeight / down);
}

function turnOf({ turn, quarter }: Frame) {
  const angle = ((turn + quarter) * Math.PI) / 180;
  return { cos: Math.cos(angle), sin: Math.sin(angle) };
}

function within(value: number, min: number, max: number): number {
  return Math.min(Math.max(value, min), max);
}
