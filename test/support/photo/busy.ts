/** What stands behind people who are not before a plain wall: drawn from a seed, 450x575. */
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { Pixels } from "#shared/photo/pixels.ts";
import { between, pick, type Random } from "./random.ts";
import { blur } from "./soften.ts";

const strong = [
  "#c0392b",
  "#2e86c1",
  "#239b56",
  "#d4ac0d",
  "#7d3c98",
  "#e67e22",
  "#1abc9c",
  "#f4f3ee",
  "#2a2d34",
] as const;
const books = [
  "#7b241c",
  "#1b4f72",
  "#145a32",
  "#7d6608",
  "#4a235a",
  "#d5d8dc",
  "#784212",
] as const;
const leaves = ["#1e5631", "#2e7d32", "#4c9a2a", "#a4de02", "#68bb59", "#123d1b"] as const;
const batik = ["#3b2314", "#e3c58c", "#8a5a2b", "#111111", "#f0dfb6"] as const;

type Draw = (random: Random) => string;

export const busyBackgrounds = {
  "coloured blocks": (r) => {
    const side = between(r, 50, 110);
    return tiles(side, side, () => pick(strong, r));
  },
  bookshelf: (r) =>
    `<rect width="450" height="575" fill="#5d4037"/>${list(5, (row) =>
      list(18, (i) => {
        const high = between(r, 80, 108);
        return rect(i * 25, row * 120 + 112 - high, between(r, 16, 24), high, pick(books, r));
      }),
    )}`,
  "batik curtain": (r) =>
    `<rect width="450" height="575" fill="${pick(batik, r)}"/>${list(420, () => {
      const [x, y] = [between(r, 0, 450), between(r, 0, 575)];
      const [a, turn] = [between(r, 6, 22), between(r, 0, 180)];
      return `<ellipse cx="${x}" cy="${y}" rx="${a}" ry="${a * 0.5}" fill="${pick(batik, r)}" transform="rotate(${turn} ${x} ${y})"/>`;
    })}`,
  foliage: (r) =>
    `<rect width="450" height="575" fill="#123d1b"/>${list(700, () => {
      const [x, y] = [between(r, 0, 450), between(r, 0, 575)];
      const [a, turn] = [between(r, 8, 26), between(r, 0, 180)];
      return `<ellipse cx="${x}" cy="${y}" rx="${a}" ry="${a * 0.35}" fill="${pick(leaves, r)}" transform="rotate(${turn} ${x} ${y})"/>`;
    })}`,
} as const satisfies Record<string, Draw>;

export type Busy = keyof typeof busyBackgrounds;

/** The person before such a background, as a camera sees it, nothing clear. */
export async function beforeBusy(person: Pixels, what: Busy, random: Random): Promise<Pixels> {
  const { width, height } = person;
  const inside = busyBackgrounds[what](random);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}">${inside}</svg>`;
  const pen = createCanvas(width, height).getContext("2d");
  pen.drawImage(await loadImage(Buffer.from(svg)), 0, 0);
  const { data: behind } = pen.getImageData(0, 0, width, height);
  // Rather sharp: a phone's camera has much in focus.
  const softness = between(random, 0.5, 2.5);
  const data = Uint8Array.from(person.data);
  for (const channel of [0, 1, 2]) {
    const plane = Float32Array.from(
      { length: width * height },
      (_, i) => behind[4 * i + channel] ?? 0,
    );
    const soft = blur(plane, width, height, softness);
    soft.forEach((value, i) => {
      const own = (person.data[4 * i + 3] ?? 0) / 255;
      const noise = (random() + random() - 1) * 5;
      data[4 * i + channel] = Math.min(
        Math.max((person.data[4 * i + channel] ?? 0) * own + (value + noise) * (1 - own), 0),
        255,
      );
    });
  }
  for (let i = 3; i < data.length; i += 4) data[i] = 255;
  return { data, width, height };
}

function tiles(wide: number, high: number, colour: () => string): string {
  const columns = Math.ceil(450 / wide);
  return list(columns * Math.ceil(575 / high), (i) =>
    rect((i % columns) * wide, Math.floor(i / columns) * high, wide + 1, high + 1, colour()),
  );
}

function rect(x: number, y: number, wide: number, high: number, colour: string): string {
  return `<rect x="${x}" y="${y}" width="${wide}" height="${high}" fill="${colour}"/>`;
}

function list(count: number, draw: (i: number) => string): string {
  return Array.from({ length: count }, (_, i) => draw(i)).join("");
}
