import { createCanvas, Path2D, type SKRSContext2D } from "@napi-rs/canvas";
import { roundPath, styleOf, within } from "./canvas-path.ts";
import type { AreaMark, EmblemMark, Fill, TilesMark } from "./mark.ts";

/** Draws the marks of grounds that are no fine lines. */
export function paintGroundMark(pen: SKRSContext2D, mark: AreaMark | TilesMark | EmblemMark): void {
  if (mark.kind === "area") paintArea(pen, mark);
  else if (mark.kind === "tiles") paintTiles(pen, mark);
  else paintEmblem(pen, mark);
}

function paintArea(pen: SKRSContext2D, mark: AreaMark): void {
  const { box, fill, outline, shadow } = mark;
  within(pen, mark.within, () => {
    pen.save();
    if (shadow) {
      pen.shadowColor = styleOf(shadow);
      pen.shadowBlur = shadow.blur;
      pen.shadowOffsetY = shadow.down;
    }
    pen.fillStyle = fillOf(pen, fill);
    if (box.radius === undefined) pen.fillRect(box.x, box.y, box.width, box.height);
    else {
      roundPath(pen, { ...box, radius: box.radius });
      pen.fill();
    }
    if (outline) {
      pen.strokeStyle = styleOf(outline);
      pen.lineWidth = outline.thickness;
      pen.stroke();
    }
    pen.restore();
  });
}

function fillOf(pen: SKRSContext2D, fill: Fill) {
  if ("color" in fill) return styleOf(fill);
  const gradient =
    "from" in fill
      ? pen.createLinearGradient(fill.from.x, fill.from.y, fill.to.x, fill.to.y)
      : radial(pen, fill);
  for (const { at, ...ink } of fill.stops) gradient.addColorStop(at, styleOf(ink));
  return gradient;
}

function radial(
  pen: SKRSContext2D,
  { middle: { x, y }, radius }: Extract<Fill, { readonly radius: number }>,
) {
  return pen.createRadialGradient(x, y, 0, x, y, radius);
}

function paintTiles(pen: SKRSContext2D, { side, ellipses, fill }: TilesMark): void {
  const { width, height } = pen.canvas;
  const tile = createCanvas(side, side);
  const tilePen = tile.getContext("2d");
  tilePen.fillStyle = styleOf(fill);
  for (const { x, y, radii, angle } of ellipses) {
    tilePen.beginPath();
    tilePen.ellipse(x, y, ...radii, angle, 0, 2 * Math.PI);
    tilePen.fill();
  }
  // It copies a row of copies, because a pattern of the canvas takes ten times as long.
  const row = createCanvas(width, side);
  const rowPen = row.getContext("2d");
  for (let x = 0; x < width; x += side) rowPen.drawImage(tile, x, 0);
  for (let y = 0; y < height; y += side) pen.drawImage(row, 0, y);
}

function paintEmblem(pen: SKRSContext2D, { shapes, middle: { x, y }, radius }: EmblemMark): void {
  for (const { path, color, repeat } of shapes) {
    const shape = new Path2D(path);
    pen.fillStyle = color;
    for (let turn = 0; turn < repeat; turn++) {
      pen.save();
      pen.translate(x, y);
      pen.rotate((turn / repeat) * 2 * Math.PI);
      pen.scale(radius / 50, radius / 50);
      pen.translate(-50, -50);
      pen.fill(shape);
      pen.restore();
    }
  }
}
