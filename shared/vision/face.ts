/** A face as it was found in a picture. Pure: the functions, the pages and their workers share it. */

/** A place in a picture in pixels, from its left upper corner. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One of the 468 points of a face; `z` in pixels too, smaller is nearer to the camera. */
export interface Landmark extends Point {
  readonly z: number;
}

/** In degrees. */
export interface Pose {
  /** Above 0 the face is turned to the picture's right. */
  readonly yaw: number;
  /** Above 0 the face looks down. */
  readonly pitch: number;
  /** Above 0 the head leans clockwise, to the picture's right; about 180 upside down. */
  readonly roll: number;
}

/** Two values, one of each eye. Left and right are the person's own: the left eye is mostly to the right in the picture. */
interface OfEyes<T> {
  readonly left: T;
  readonly right: T;
}

export interface Face {
  /** How sure the detector is, 0 to 1. */
  readonly score: number;
  /** From brow to chin, in pixels; it may reach beyond the picture. */
  readonly box: {
    readonly left: number;
    readonly top: number;
    readonly right: number;
    readonly bottom: number;
  };
  /** By the numbering of MediaPipe's face mesh; groups of them are in `landmarks.ts`. */
  readonly landmarks: readonly Landmark[];
  /** How sure the landmarks are that there is a face at all, 0 to 1. */
  readonly presence: number;
  readonly pose: Pose;
  readonly eyes: OfEyes<Point>;
  /** Between the middles of the eyes, in pixels. */
  readonly eyeDistance: number;
  /** The eye's height in parts of its width: about 0.3 open, below 0.1 closed; narrow eyes measure like half closed ones. */
  readonly openness: OfEyes<number>;
}
