/**
 * Whether there is one face, upright, as large and where a card needs it (K-15, K-16); limits from docs/photo.md. What could treat
 * faces unequally is only warned of: narrow eyes measure like closed ones, and how far a body is turned is for people.
 */
import type { Face, Point } from "#shared/vision/face.ts";
import { bridge, edges } from "#shared/vision/landmarks.ts";
import { saturation } from "./colours.ts";
import { mapFace } from "./face-map.ts";
import type { ViolationCode } from "./photo-report.ts";
import { luma, type Pixels } from "./pixels.ts";
import { areEyesHidden, readSkin, type Skin } from "./skin.ts";
import { beyond, type Violation } from "./violation.ts";

/** So sure must detector and landmarks be that something is a face at all, each 0 to 1; a blurred or dark one is less sure. */
const perhaps = { score: 0.7, presence: 0.88 } as const;
/** Or so sure the landmarks alone, as of beards and loose hair; of drawings they often are, too. */
const byLandmarks = { score: 0.6, presence: 0.995 } as const;
/** So sure they are of a face that can be seen well, and hardly ever of a drawing or an animal. */
const clearly = { score: 0.78, presence: 0.9985 } as const;
/**
 * So sure are they of a beard or stubble, of some bald heads of dark skin and of turned faces, but of drawings as well: these lack the
 * whites of a person's eyes.
 */
const byItsEyes = { score: 0.7, presence: 0.95 } as const;
/**
 * So sure is the detector of a beard or stubble whose landmarks are not. Of 335 things, drawings and animals of the tuning half it was
 * as sure of none.
 */
const byDetector = { score: 0.8, presence: 0.75 } as const;
/** So sure are they of closed eyes in bare and in dark faces, and beside loose hair; of a drawing without eyes the detector is less sure. */
const withLids = { score: 0.77, presence: 0.95 } as const;
/** So sure that there is another person as well, whom one sees less well. */
const another = { score: 0.5, presence: 0.9985 } as const;
/** What is smaller than this part of the largest face is not another person, but a pattern or a badge. */
const otherPerson = 0.35;

interface Check {
  readonly code: ViolationCode;
  readonly unit: "share" | "degrees";
  readonly measure: (face: Face, size: Pixels) => number;
  readonly min?: number;
  readonly max?: number;
}

const checks: readonly Check[] = [
  { code: "face-too-small", unit: "share", measure: eyesApart, min: 0.095 },
  { code: "face-too-large", unit: "share", measure: eyesApart, max: 0.26 },
  { code: "face-too-high", unit: "share", measure: eyesDown, min: 0.22 },
  { code: "face-too-low", unit: "share", measure: eyesDown, max: 0.55 },
  { code: "face-off-middle", unit: "share", measure: fromMiddle, max: 0.14 },
  { code: "head-tilted", unit: "degrees", measure: ({ pose }) => Math.abs(pose.roll), max: 8 },
  { code: "head-raised", unit: "degrees", measure: (face) => -nod(face), max: 6 },
  { code: "head-lowered", unit: "degrees", measure: nod, max: 27 },
];

/** What is wrong with the faces of a picture; what only follows from something else is not told. @param faces the largest first */
export function faceViolations(faces: readonly Face[], size: Pixels): Violation[] {
  const face = mainFace(faces);
  if (!face) return [{ code: "no-face" }];
  const people = faces.filter(
    (other) => other === face || (isSure(other, another) && isPerson(other, face)),
  );
  const others = beyond("figure", people.length, { max: 1 });
  if (others) return [{ code: "several-faces", measurement: others }];
  if (!isClearlySeen(face, size)) return [{ code: "face-unclear" }];
  if (Math.abs(face.pose.roll) > 135) return [{ code: "upside-down" }];
  return violationsOf(checks, face, size);
}

/** The face that a picture shows, if it shows any: the largest one. */
export function mainFace(faces: readonly Face[]): Face | undefined {
  return faces.find((face) =>
    [perhaps, byLandmarks, byDetector].some((least) => isSure(face, least)),
  );
}

/** Of a face that is turned away. */
export function poseWarnings(face: Face, size: Pixels): Violation[] {
  const turned = ({ pose }: Face) => Math.abs(pose.yaw);
  return violationsOf(
    [{ code: "face-turned", unit: "degrees", measure: turned, max: 38 }],
    face,
    size,
  );
}

/** Of eyes that are closed, or look as if they were: by their height, or since nothing of an eye is seen, as behind black glasses. */
export function eyeWarnings({ openness }: Face, skin: Skin | undefined): Violation[] {
  const low = beyond("share", (openness.left + openness.right) / 2, { min: 0.175 });
  if (low) return [{ code: "eyes-closed", measurement: low }];
  return skin && (!skin.eyes || areEyesHidden(skin)) ? [{ code: "eyes-closed" }] : [];
}

function violationsOf(checks: readonly Check[], face: Face, size: Pixels): Violation[] {
  return checks.flatMap(({ code, unit, measure, min, max }) => {
    const measurement = beyond(unit, measure(face, size), { min, max });
    return measurement ? [{ code, measurement }] : [];
  });
}

function isClearlySeen(face: Face, pixels: Pixels): boolean {
  const map = mapFace(pixels, face);
  const skin = map && readSkin(map);
  if (isSure(face, clearly)) return !hasColouredEyes(skin);
  if (skin && !skin.eyes && isSure(face, withLids)) return true;
  const isLikely = [byItsEyes, byLandmarks, byDetector].some((least) => isSure(face, least));
  return isLikely && hasWhitesOfEyes(skin);
}

/**
 * The white of a person's eyes is paler than the skin; an owl's eyes are yellow all over. A lamp that colours all is told by its own
 * rule; closed eyes say nothing.
 */
function hasColouredEyes(skin: Skin | undefined): boolean {
  if (!skin?.eyes) return false;
  const strongest = 0.5;
  return saturation(skin.eyes.white) > Math.max(strongest, saturation(skin.colour));
}

/** Eyes that surely have whites: paler and brighter than the skin. A smiley's are of its face's own colour, a mask's are holes. */
function hasWhitesOfEyes(skin: Skin | undefined): boolean {
  if (!skin?.eyes) return false;
  const paler = 0.8;
  return (
    saturation(skin.eyes.white) < paler * saturation(skin.colour) &&
    luma(skin.eyes.white) > luma(skin.colour)
  );
}

function isSure(face: Face, least: Pick<Face, "score" | "presence">): boolean {
  return face.score >= least.score && face.presence >= least.presence;
}

function isPerson({ box }: Face, { box: largest }: Face): boolean {
  return box.right - box.left > otherPerson * (largest.right - largest.left);
}

/** What is above the bridge of the nose, in parts of what is below it, of a face that looks straight (2,815 drawn ones: 0.40 to 0.50). */
const above = 0.45;
/** Degrees that a whole part more or less stands for. */
const perPart = 100;

/**
 * Degrees by which a head is lowered. Landmarks see about half of it in depth; the other half is what is foreshortened: the chin of a
 * lowered head, the forehead of a raised one.
 */
function nod({ landmarks, pose }: Face): number {
  const { forehead, chin } = edges;
  const [top, middle, low] = [landmarks[forehead], landmarks[bridge], landmarks[chin]];
  if (!top || !middle || !low) return pose.pitch;
  const from = (end: Point) => Math.hypot(end.x - middle.x, end.y - middle.y);
  return pose.pitch + perPart * (from(top) / Math.max(from(low), 1) - above);
}

/** Between the eyes, in parts of the picture's width. */
function eyesApart({ eyeDistance }: Face, { width }: Pixels): number {
  return eyeDistance / width;
}

/** From the upper edge to the eyes, in parts of the height. */
function eyesDown({ eyes: { left, right } }: Face, { height }: Pixels): number {
  return (left.y + right.y) / 2 / height;
}

/** From the middle to the eyes, in parts of the width. */
function fromMiddle({ eyes: { left, right } }: Face, { width }: Pixels): number {
  return Math.abs((left.x + right.x) / 2 / width - 0.5);
}
