import type { Face } from "./face.ts";
import { type Detection, FaceDetector } from "./face-detector.ts";
import { FaceMesh } from "./face-mesh.ts";
import { eyelids } from "./landmarks.ts";
import { middleOf, opennessOf, poseOf } from "./measure-face.ts";
import type { Picture } from "./picture.ts";

/** Finds faces in a picture, the largest first. One picture after another: all of them use the same memory. */
export type FindFaces = (picture: Picture) => readonly Face[];

/** The detector knows upright faces only: the picture is looked at upside down and from both sides. */
const turns = [Math.PI, Math.PI / 2, -Math.PI / 2] as const;
/** So sure it is of upright faces. Of one upside down it may be half as sure, because that has eyes and a mouth too. */
const surelyUpright = 0.8;
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
  return (picture) => {
    const upright = detector.detect(picture, 0);
    const isSure = surety(upright) >= surelyUpright;
    const others = isSure ? [] : turns.map((turn) => detector.detect(picture, turn));
    const surest = others.reduce(
      (best, found) => (surety(found) > surety(best) ? found : best),
      upright,
    );
    return surest.slice(0, most).map((detection) => measured(picture, detection, mesh));
  };
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
