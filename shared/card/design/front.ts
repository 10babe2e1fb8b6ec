import { measure } from "#shared/render/fonts.ts";
import { rosette } from "#shared/render/guilloche.ts";
import type { AreaMark, GroundMark, Mark, MicrotextMark, StampMark } from "#shared/render/mark.ts";
import type { Box } from "#shared/render/place-text.ts";
import { type CardContent, validIssue } from "../card-content.ts";
import { groupSerial } from "../printed-numbers.ts";
import { badgeOf } from "./badge.ts";
import type { FaceMarks, FrontParts } from "./face-marks.ts";
import { type FaceShape, fronts, panelRadius } from "./geometry.ts";
import { emblemMark, groundMarks, lineThickness, raisedPanel } from "./ground.ts";
import { layoutFront, layoutHeader } from "./layout-front.ts";
import { braidMarks, sealMark } from "./security.ts";
import type { Palette, Template } from "./template.ts";

/** A front as marks, the lowest first. */
export function frontMarks(
  shape: FaceShape,
  template: Template,
  content: CardContent,
  parts: () => FrontParts,
): FaceMarks {
  const { orientation } = shape;
  const { photo, columns } = fronts[orientation];
  const { title, subtitle, status } = template.texts;
  const { box, lines } = badgeOf(template, orientation, measure);
  return {
    shape,
    ground: {
      key: `${template.groundKey}/${box.width}`,
      marks: () => frontGround(shape, template),
      bleeds: () => [...groundMarks(template, shape), lowerStrip(shape)],
    },
    words: {
      key: JSON.stringify([title, subtitle, lines, status]),
      marks: () => [{ kind: "text", texts: layoutHeader(template, orientation, measure) }],
    },
    own: () => ownMarks(shape, template, content, parts()),
    sharedRows: Math.min(photo.y, columns[0].y),
  };
}

function ownMarks(
  shape: FaceShape,
  template: Template,
  content: CardContent,
  { qr, seal }: FrontParts,
): readonly Mark[] {
  const { photo, qrPanel } = fronts[shape.orientation];
  const { alternatives } = template.texts;
  const { texts } = layoutFront(content, template, shape.orientation, measure);
  return [
    ...braidMarks(shape, template, content.seed),
    {
      kind: "picture",
      box: { ...photo, radius: panelRadius },
      frame: { color: "#FFFFFF", opacity: 0.9, thickness: 3 },
      alternative: alternatives.photo,
    },
    { kind: "text", texts },
    microtext(shape, template, content),
    ...(validIssue(content) ? [] : [previewStamp(shape, template)]),
    sealMark(shape, seal),
    {
      kind: "code",
      qr,
      panel: { ...qrPanel, radius: panelRadius },
      alternative: alternatives.code,
    },
  ];
}

/** A line along the lower edge, too fine for a copier. */
function microtext(
  { width, height }: FaceShape,
  { texts }: Template,
  content: CardContent,
): MicrotextMark {
  const issue = validIssue(content);
  return {
    kind: "microtext",
    text: `${texts.title} · ${issue ? groupSerial(issue.serial) : texts.preview} · `,
    weight: 700,
    size: 6.5,
    x: 0,
    baseline: height - 8,
    width,
    color: "#FFFFFF",
    opacity: 0.6,
  };
}

/** «PRATINJAU» from corner to corner, over everything; what is below it can still be read. */
function previewStamp({ width, height }: FaceShape, { texts }: Template): StampMark {
  const diagonal = Math.hypot(width, height) * 0.8;
  return {
    kind: "stamp",
    text: texts.preview,
    weight: 800,
    size: diagonal / (measure(texts.preview, 800) * 1.06),
    middle: { x: width / 2, y: height / 2 },
    angle: -Math.atan2(height, width),
    fill: { color: "#FFFFFF", opacity: 0.24 },
    outline: { color: "#2A0E45", opacity: 0.4, thickness: 2 },
  };
}

function frontGround(shape: FaceShape, template: Template): readonly GroundMark[] {
  const { orientation } = shape;
  const { emblem, rule, photo, qrPanel } = fronts[orientation];
  const { box } = badgeOf(template, orientation, measure);
  const { palette, gold } = template;
  return [
    ...groundMarks(template, shape),
    emblemMark(template, emblem),
    goldRule(rule, gold),
    {
      kind: "area",
      box: { ...box, radius: Math.min(box.height / 2, panelRadius) },
      fill: { color: "#14032B", opacity: 0.22 },
      outline: { color: gold, thickness: 2 },
    },
    raisedPanel(photo),
    ...photoPanel(photo, palette),
    raisedPanel(qrPanel),
    lowerStrip(shape),
  ];
}

/** Below the microtext. */
function lowerStrip({ width, height }: FaceShape): AreaMark {
  const box = { x: 0, y: height - 22, width, height: 22 };
  return { kind: "area", box, fill: { color: "#14032B", opacity: 0.35 } };
}

/** The light ground that shows through the photo's transparency. */
function photoPanel(photo: Box, { panel, accent }: Palette): readonly GroundMark[] {
  const { x, y, width, height } = photo;
  const within = { ...photo, radius: panelRadius };
  const stops = [
    { at: 0, color: panel[0] },
    { at: 1, color: panel[1] },
  ];
  const rays = { x: x + width / 2, y: y + height * 0.42, petals: 14, phase: 0 };
  const lines = rosette({ ...rays, radius: height * 0.62, middle: 0.62, swing: 0.38, loops: 12 });
  return [
    {
      kind: "area",
      box: photo,
      fill: { from: { x: 0, y }, to: { x: 0, y: y + height }, stops },
      within,
    },
    {
      kind: "lines",
      lines: { lines, color: accent, opacity: 0.12, thickness: lineThickness },
      within,
    },
  ];
}

function goldRule(box: Box, gold: string): AreaMark {
  const [from, to] = [
    { x: box.x, y: 0 },
    { x: box.x + box.width, y: 0 },
  ];
  const stops = [
    { at: 0, color: gold },
    { at: 0.55, color: gold, opacity: 0.6 },
    { at: 1, color: gold, opacity: 0 },
  ];
  return { kind: "area", box, fill: { from, to, stops } };
}
