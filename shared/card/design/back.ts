import { measure } from "#shared/render/fonts.ts";
import { ribbon, rosette } from "#shared/render/guilloche.ts";
import type { GroundMark } from "#shared/render/mark.ts";
import type { Box } from "#shared/render/place-text.ts";
import type { CardContent } from "../card-content.ts";
import type { FaceMarks } from "./face-marks.ts";
import { type FaceShape, panelRadius } from "./geometry.ts";
import { emblemMark, groundMarks, lineThickness, raisedPanel } from "./ground.ts";
import { backs, layoutBack, layoutVersion } from "./layout-back.ts";
import type { Palette, Template } from "./template.ts";

/** A back as marks, the lowest first. All cards of an agency, kind and template share it. */
export function backMarks(
  shape: FaceShape,
  template: Template,
  { text, host }: Pick<CardContent, "text" | "host">,
): FaceMarks {
  const { orientation } = shape;
  const issuer = { instansi: text.instansi, host };
  return {
    shape,
    ground: {
      key: template.groundKey,
      marks: () => backGround(shape, template),
      bleeds: () => groundMarks(template, shape),
    },
    words: {
      key: JSON.stringify([template.key, issuer]),
      marks: () => [
        { kind: "text", texts: layoutBack(issuer, template, orientation, measure).texts },
        { kind: "text", texts: layoutVersion(template, orientation, measure) },
      ],
    },
    own: () => [],
    sharedRows: backs[orientation].version.y,
  };
}

function backGround(shape: FaceShape, template: Template): readonly GroundMark[] {
  const { panel, emblem, address, rule } = backs[shape.orientation];
  const { palette } = template;
  const stops = [
    { at: 0, color: palette.accent },
    { at: 1, color: palette.to },
  ];
  return [
    ...groundMarks(template, shape),
    raisedPanel(panel),
    {
      kind: "area",
      box: { ...panel, radius: panelRadius },
      fill: { color: palette.panel[0] },
    },
    ...panelLines(panel, palette),
    { kind: "area", box: rule, fill: { color: palette.accent, opacity: 0.3 } },
    emblemMark(template, emblem),
    {
      kind: "area",
      box: { ...address, radius: 14 },
      fill: { from: { x: address.x, y: 0 }, to: { x: address.x + address.width, y: 0 }, stops },
    },
  ];
}

function panelLines(panel: Box, { accent }: Palette): readonly GroundMark[] {
  const within = { ...panel, radius: panelRadius };
  const rays = rosette({
    x: panel.x + panel.width * 0.3,
    y: panel.y + panel.height * 0.55,
    radius: 300,
    middle: 0.7,
    swing: 0.28,
    petals: 10,
    loops: 16,
    phase: 0,
  });
  const braid = ribbon({
    width: panel.x + panel.width,
    y: panel.y + panel.height - 40,
    height: 34,
    lines: 14,
    waves: [2, 3],
    phase: 0.5,
  });
  const mark = (lines: typeof rays, opacity: number): GroundMark => ({
    kind: "lines",
    lines: { lines, color: accent, opacity, thickness: lineThickness },
    within,
  });
  return [mark(rays, 0.07), mark(braid, 0.08)];
}
