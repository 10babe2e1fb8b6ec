/** How numbers, colours and paths are written in a PDF's content. */
import { channels } from "../color.ts";
import type { RoundBox } from "../mark.ts";

/**
 * Content is written in whole tenths of pixels. No printer shows less, and whole numbers for the thousands of points of fine
 * lines are written in a third of the time of fractions.
 */
export const unitsPerPixel = 10;

export function units(pixels: number): number {
  return Math.round(pixels * unitsPerPixel);
}

/** Points or other numbers, as short as they can be. */
export function numbers(...values: readonly number[]): string {
  return values.map((value) => Number(value.toFixed(5))).join(" ");
}

export function rectangle(x: number, y: number, width: number, height: number): string {
  return `${units(x)} ${units(y)} ${units(width)} ${units(height)} re`;
}

/** @param color "#RRGGBB" @returns "0.5 0 1": red, green and blue, 0 to 1 */
export function rgb(color: string): string {
  return channels(color)
    .map((channel) => Number((channel / 255).toFixed(3)))
    .join(" ");
}

/** How far a Bézier's handles reach to make a quarter of a circle, as a share of the radius. */
const quarter = 0.5523;

/** Each operator ends its line. */
export function roundPath({ x, y, width, height, radius }: RoundBox): string {
  const [right, bottom, near] = [x + width, y + height, radius * (1 - quarter)];
  return [
    move(x + radius, y),
    line(right - radius, y),
    curve(right - near, y, right, y + near, right, y + radius),
    line(right, bottom - radius),
    curve(right, bottom - near, right - near, bottom, right - radius, bottom),
    line(x + radius, bottom),
    curve(x + near, bottom, x, bottom - near, x, bottom - radius),
    line(x, y + radius),
    curve(x, y + near, x + near, y, x + radius, y),
    "h\n",
  ].join("");
}

export function move(x: number, y: number): string {
  return `${units(x)} ${units(y)} m\n`;
}

export function line(x: number, y: number): string {
  return `${units(x)} ${units(y)} l\n`;
}

function curve(...points: readonly number[]): string {
  return `${points.map(units).join(" ")} c\n`;
}
