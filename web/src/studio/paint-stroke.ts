import type { Stroke } from "./strokes.ts";

/** Shows a stroke on the page's own canvas, until the worker has drawn it. @param framed what the brush brings back */
export function paintStroke(
  pen: CanvasRenderingContext2D,
  { does, radius, points }: Stroke,
  framed: ImageBitmap,
): void {
  const paint = does === "restore" ? pen.createPattern(framed, "no-repeat") : "black";
  if (!paint) return;
  pen.globalCompositeOperation = does === "restore" ? "source-over" : "destination-out";
  pen.strokeStyle = paint;
  pen.lineWidth = 2 * radius;
  pen.lineCap = "round";
  pen.lineJoin = "round";
  pen.beginPath();
  pen.moveTo(points[0] ?? 0, points[1] ?? 0);
  // A line of no length is a dot with round caps.
  for (let at = 0; at + 1 < points.length; at += 2)
    pen.lineTo(points[at] ?? 0, points[at + 1] ?? 0);
  pen.stroke();
}
