import { qrOf } from "#shared/render/qr.ts";
import { once } from "#shared/runtime/once.ts";
import type { CardContent, Face } from "../card-content.ts";
import { backMarks } from "./back.ts";
import type { FaceMarks, FrontParts } from "./face-marks.ts";
import { frontMarks } from "./front.ts";
import { shapes } from "./geometry.ts";
import { sealOf } from "./security.ts";
import type { Template } from "./template.ts";

/** All that stands on a face, in the order in which it is drawn. */
export function faceMarks(
  face: Face,
  template: Template,
  content: CardContent,
  parts: () => FrontParts,
): FaceMarks {
  const shape = shapes[face];
  return shape.side === "front"
    ? frontMarks(shape, template, content, parts)
    : backMarks(shape, template, content);
}

/** Makes them when a front first asks; a back needs none. The call throws when the QR's text is no address, or more than a code can hold. */
export function frontParts(
  template: Template,
  { qrText, signedDigits, seed }: Pick<CardContent, "qrText" | "signedDigits" | "seed">,
): () => FrontParts {
  return once(() => ({ qr: qrOf(qrText, signedDigits), seal: sealOf(template, seed) }));
}
