import type { Face } from "./face.ts";
import { type Detection, FaceDetector } from "./face-detector.ts";
import { FaceMesh } from "./face-mesh.ts";
import { eyelids } from "./landmarks.ts";
import { middleOf, opennessOf, poseOf } from "./measure-face.ts";
import { type Picture, type Square, squareAround } from "./picture.ts";

/**
 * Finds faces in a picture, the largest first. One picture after another: all of them use the same memory.
 * @param where "upright" leaves out small faces and turned ones, which takes a tenth of the time when there is none
 */
export type FindFaces = (picture: Picture, where?: "everywhere" | "upright") => readonly Face[];

/** The detector knows upright faces only: the picture is also looked at upside down, and from both sides. */
const upright = 0;
const upsideDown = 2;
const sideways = [1, 3] as const;
/**
 * It sees small faces badly: for these parts of the picture, so large compared with the whole, are looked at by themselves. They
 * overlap by as much as a small face is large, so each is whole in one of them.
 */
const part = { side: 0.6, steps: [-0.2, 0.2] } as const;
/** So sure and so large is a face after which none that lies or is small is looked for. */
const sure = { score: 0.8, side: 0.2 } as const;
/**
 * So much surer must it be that a face hangs or lies than that it stands: a full beard is hair for it. Of 75 bearded people and 105 others
 * it is by 0.02 at most; of as many on their heads by 0.07 at least.
 */
const surer = 0.07;
/** More faces than these are not measured. */
const most = 8;

/**
 * Each found face has its landmarks, also when these are not sure (`presence`) that there is one.
 * @throws WrongModel when a file is another model; Error when there is no WebAssembly with SIMD
 */
export async function loadFaceFinder(models: {
  readonly detector: Uint8Array;
  readonly mesh: Uint8Array;
}): Promise<FindFaces> {
  const [detector, mesh] = await Promise.all([
    FaceDetector.load(models.detector),
    FaceMesh.load(models.mesh),
  ]);
  return (picture, where = "everywhere") =>
    (where === "upright"
      ? detector.lookAt(picture, squareAround(picture))(upright)
      : detectIn(picture, detector)
    )
      .slice(0, most)
      .map((detection) => measured(picture, detection, mesh));
}

/** Of all ways to look at the picture, what was found in the one that found something most surely. */
function detectIn(picture: Picture, detector: FaceDetector): readonly Detection[] {
  const square = squareAround(picture);
  const isSmall = ({ side }: Detection) => side < sure.side * square.side;
  const whole = detector.lookAt(picture, square);
  // Beside an upright face another one may stand on its head. Each face is taken for one upside down, too, but less surely.
  const hanging = endsOf(picture).flatMap((end) => detector.lookAt(picture, end)(upsideDown));
  const standing = eachOnce([...whole(upright), ...hanging, ...onChest(picture, detector)]);
  if (standing.some((found) => found.score >= sure.score && !isSmall(found))) return standing;
  const near = partsOf(square).flatMap((part) =>
    detector.lookAt(picture, part)(upright).filter(isSmall),
  );
  const closer = eachOnce(near);
  const stands = surety(closer) > surety(standing) ? closer : standing;
  return [whole(upsideDown), ...sideways.map(whole)].reduce(
    (best, found) => (surety(found) - (best === stands ? surer : 0) > surety(best) ? found : best),
    stands,
  );
}

/**
 * Faces that are wholly within the middle of the lower edge, as printed on a shirt. In the square around the whole picture they are
 * too small for the detector.
 */
function onChest(picture: Picture, detector: FaceDetector): readonly Detection[] {
  const side = (2 / 3) * picture.width;
  const middle = { x: picture.width / 2, y: picture.height - side / 2 };
  return detector
    .lookAt(picture, { middle, side, turn: 0 })(upright)
    .filter((found) => found.middle.y - found.side / 2 > picture.height - side);
}

/**
 * The two largest squares within a picture, at its ends. A head that hangs beside the face is smaller than it, and one in five is
 * not seen in the square around the whole picture; in these all of 44 are.
 */
function endsOf({ width, height }: Picture): Square[] {
  const side = Math.min(width, height);
  const half = side / 2;
  return [
    { middle: { x: half, y: half }, side, turn: 0 },
    { middle: { x: width - half, y: height - half }, side, turn: 0 },
  ];
}

function partsOf({ middle: { x, y }, side, turn }: Square): Square[] {
  return part.steps.flatMap((down) =>
    part.steps.map((right) => ({
      middle: { x: x + right * side, y: y + down * side },
      side: part.side * side,
      turn,
    })),
  );
}

/** Of detections of the same face the surest. @returns the largest first */
function eachOnce(detections: readonly Detection[]): readonly Detection[] {
  const kept: Detection[] = [];
  for (const found of [...detections].sort((one, other) => rank(other) - rank(one))) {
    const isKnown = kept.some(
      ({ middle, side }) =>
        Math.hypot(middle.x - found.middle.x, middle.y - found.middle.y) < side / 2,
    );
    if (!isKnown) kept.push(found);
  }
  return kept.sort((one, other) => other.side - one.side);
}

function rank({ score, leftEye, rightEye }: Detection): number {
  const isHanging = leftEye.x < rightEye.x;
  return isHanging ? score - surer : score;
}

function surety(detections: readonly Detection[]): number {
  return Math.max(0, ...detections.map(({ score }) => score));
}

function measured(picture: Picture, detection: Detection, mesh: FaceMesh): Face {
  const { score, middle, side } = detection;
  const { landmarks, presence } = mesh.measure(picture, detection);
  const eyes = {
    left: middleOf(landmarks, eyelids.left),
    right: middleOf(landmarks, eyelids.right),
  };
  return {
    score,
    box: {
      left: middle.x - side / 2,
      top: middle.y - side / 2,
      right: middle.x + side / 2,
      bottom: middle.y + side / 2,
    },
    landmarks,
    presence,
    pose: poseOf(landmarks),
    eyes,
    eyeDistance: Math.hypot(eyes.left.x - eyes.right.x, eyes.left.y - eyes.right.y),
    openness: {
      left: opennessOf(landmarks, eyelids.left),
      right: opennessOf(landmarks, eyelids.right),
    },
  };
}
