/** A small picture in four greys, and its PNG: all that a captcha needs, without a drawing library in the API's bundles. */
import { crc32, deflateSync } from "node:zlib";

export type Point = readonly [x: number, y: number];

/** Ink by pixel, 0 (paper) to 1 (black). */
export class Bitmap {
  readonly width: number;
  readonly height: number;
  readonly #ink: Float32Array;

  constructor(width: number, height: number) {
    this.width = width;
    this.height = height;
    this.#ink = new Float32Array(width * height);
  }

  ink(x: number, y: number): number {
    return this.#ink[y * this.width + x] ?? 0;
  }

  /** Draws a line through the points with round ends. @param ink 1 draws; 0 rubs out what is there */
  line(points: readonly Point[], thickness: number, ink: 0 | 1 = 1): void {
    for (let i = 1; i < points.length; i++) {
      this.#segment(points[i - 1] ?? [0, 0], points[i] ?? [0, 0], thickness / 2, ink);
    }
  }

  #segment(from: Point, to: Point, radius: number, ink: 0 | 1): void {
    const reach = radius + 1;
    const clamp = (value: number, limit: number) => Math.min(Math.max(Math.floor(value), 0), limit);
    const left = clamp(Math.min(from[0], to[0]) - reach, this.width - 1);
    const right = clamp(Math.max(from[0], to[0]) + reach, this.width - 1);
    const top = clamp(Math.min(from[1], to[1]) - reach, this.height - 1);
    const bottom = clamp(Math.max(from[1], to[1]) + reach, this.height - 1);
    for (let y = top; y <= bottom; y++) {
      for (let x = left; x <= right; x++) {
        const cover = radius + 0.5 - distance([x, y], from, to);
        if (cover > 0) this.#cover(y * this.width + x, Math.min(cover, 1), ink);
      }
    }
  }

  #cover(at: number, cover: number, ink: 0 | 1): void {
    const before = this.#ink[at] ?? 0;
    this.#ink[at] = ink === 1 ? Math.max(before, cover) : Math.min(before, 1 - cover);
  }

  /** Greyscale, two bits a pixel. */
  toPng(): Buffer {
    const rowBytes = Math.ceil(this.width / 4);
    const rows = Buffer.alloc((rowBytes + 1) * this.height);
    for (let y = 0; y < this.height; y++) {
      for (let x = 0; x < this.width; x++) {
        const grey = 3 - Math.round(this.ink(x, y) * 3);
        const at = y * (rowBytes + 1) + 1 + (x >> 2);
        rows[at] = (rows[at] ?? 0) | (grey << (6 - 2 * (x & 3)));
      }
    }
    const header = Buffer.alloc(13);
    header.writeUInt32BE(this.width, 0);
    header.writeUInt32BE(this.height, 4);
    header[8] = 2;
    return Buffer.concat([
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
      chunk("IHDR", header),
      chunk("IDAT", deflateSync(rows, { level: 9 })),
      chunk("IEND", Buffer.alloc(0)),
    ]);
  }
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, "latin1"), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(crc32(body), body.length + 4);
  return framed;
}

/** From a point to the nearest one of a segment. */
function distance([x, y]: Point, [fromX, fromY]: Point, [toX, toY]: Point): number {
  const [dx, dy] = [toX - fromX, toY - fromY];
  const length = dx * dx + dy * dy;
  const along = length === 0 ? 0 : ((x - fromX) * dx + (y - fromY) * dy) / length;
  const t = Math.min(Math.max(along, 0), 1);
  return Math.hypot(x - fromX - t * dx, y - fromY - t * dy);
}
