/** The ground of every face: colours, light, kawung, and rosettes that the edges cut. */
import { rosette } from "#shared/render/guilloche.ts";
import type { AreaMark, EmblemMark, GroundMark, Point, TilesMark } from "#shared/render/mark.ts";
import type { Box } from "#shared/render/place-text.ts";
import { type FaceShape, panelRadius } from "./geometry.ts";
import type { Template } from "./template.ts";

/** Of all lines of a ground, in pixels. */
export const lineThickness = 0.8;

export function groundMarks({ palette }: Template, shape: FaceShape): readonly GroundMark[] {
  const { width, height, side } = shape;
  const [x1, x2] = side === "front" ? [0, width] : [width, 0];
  const longer = Math.max(width, height);
  const stops = [
    { at: 0, color: palette.from },
    { at: 0.48, color: palette.via },
    { at: 1, color: palette.to },
  ];
  return [
    {
      kind: "area",
      box: { x: 0, y: 0, width, height },
      fill: { from: { x: x1, y: 0 }, to: { x: x2, y: height }, stops },
    },
    glow(palette.glow, { x: x1, y: 0 }, longer * 0.3, 0.36),
    glow(palette.glow, { x: x2, y: height * 0.05 }, longer * 0.5, 0.14),
    kawung(palette.line),
    rosettes(palette.line, shape),
  ];
}

function glow(color: string, middle: Point, radius: number, opacity: number): AreaMark {
  const stops = [
    { at: 0, color, opacity },
    { at: 1, color, opacity: 0 },
  ];
  const { x, y } = middle;
  const box = { x: x - radius, y: y - radius, width: 2 * radius, height: 2 * radius };
  return { kind: "area", box, fill: { middle, radius, stops } };
}

/** The four-petal flowers of kawung batik. */
function kawung(color: string): TilesMark {
  const step = 30;
  const turn = Math.PI / 4;
  const petal = (row: number, column: number) => ({
    x: (column + 0.5) * step,
    y: (row + 0.5) * step,
    radii: [15.5, 6] as const,
    angle: row === column ? turn : -turn,
  });
  const ellipses = [petal(0, 0), petal(0, 1), petal(1, 0), petal(1, 1)];
  return { kind: "tiles", side: 2 * step, ellipses, fill: { color, opacity: 0.035 } };
}

function rosettes(color: string, { width, height }: FaceShape): GroundMark {
  const ring = { x: width * 0.84, y: height * 0.3, radius: 330, petals: 12, phase: 0 };
  const corner = { x: 40, y: height - 20, radius: 230, petals: 9, phase: 0.4 };
  const lines = [
    ...rosette({ ...ring, middle: 0.8, swing: 0.17, loops: 16 }),
    ...rosette({ ...ring, middle: 0.44, swing: 0.14, loops: 12 }),
    ...rosette({ ...corner, middle: 0.78, swing: 0.2, loops: 14 }),
  ];
  return { kind: "lines", lines: { lines, color, opacity: 0.1, thickness: lineThickness } };
}

/** A white panel above the ground. */
export function raisedPanel(box: Box): AreaMark {
  return {
    kind: "area",
    box: { ...box, radius: panelRadius },
    fill: { color: "#FFFFFF" },
    shadow: { color: "#100222", opacity: 0.45, blur: 26, down: 8 },
  };
}

export function emblemMark(
  { emblem, palette }: Template,
  { x, y, radius }: Point & { readonly radius: number },
): EmblemMark {
  const shapes = emblem.map(({ fill, ...shape }) => ({
    ...shape,
    color: fill === "ground" ? palette.via : fill,
  }));
  return { kind: "emblem", shapes, middle: { x, y }, radius };
}
