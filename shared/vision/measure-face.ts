/** What the landmarks of a face say about it. */
import type { Landmark, Point, Pose } from "./face.ts";
import { edges, type eyelids } from "./landmarks.ts";

type Vector = readonly [x: number, y: number, z: number];

/** @throws Error when there are not 468 landmarks */
export function poseOf(landmarks: readonly Landmark[]): Pose {
  const across = unit(between(at(landmarks, edges.right), at(landmarks, edges.left)));
  const down = unit(between(at(landmarks, edges.forehead), at(landmarks, edges.chin)));
  // Down as far as it is square to across: the face has no shear.
  const lean = dot(across, down);
  const [ux, uy, uz] = across;
  const [vx, vy, vz] = unit([down[0] - lean * ux, down[1] - lean * uy, down[2] - lean * uz]);
  const forward = { y: uz * vx - ux * vz, z: ux * vy - uy * vx };
  return {
    yaw: degrees(Math.atan2(uz, Math.hypot(ux, uy))),
    pitch: degrees(Math.atan2(-forward.y, forward.z)),
    roll: degrees(Math.atan2(uy, ux)),
  };
}

/** An eye's middle, between its corners. */
export function middleOf(landmarks: readonly Landmark[], eye: Eyelids): Point {
  const [outer, inner] = [at(landmarks, eye.corners[0]), at(landmarks, eye.corners[1])];
  return { x: (outer.x + inner.x) / 2, y: (outer.y + inner.y) / 2 };
}

/** The mean height of an eye in parts of its width, in space, so that a turned face has the same. */
export function opennessOf(landmarks: readonly Landmark[], { corners, lids }: Eyelids): number {
  const heights = lids.map(([upper, lower]) => apart(at(landmarks, upper), at(landmarks, lower)));
  const width = apart(at(landmarks, corners[0]), at(landmarks, corners[1]));
  return heights.reduce((sum, height) => sum + height, 0) / heights.length / width;
}

type Eyelids = (typeof eyelids)[keyof typeof eyelids];

function at(landmarks: readonly Landmark[], number: number): Landmark {
  const landmark = landmarks[number];
  if (!landmark) throw new Error(`Landmark ${number} is missing.`);
  return landmark;
}

function between(from: Landmark, to: Landmark): Vector {
  return [to.x - from.x, to.y - from.y, to.z - from.z];
}

function apart(one: Landmark, other: Landmark): number {
  return Math.hypot(...between(one, other));
}

function unit([x, y, z]: Vector): Vector {
  const length = Math.hypot(x, y, z);
  return [x / length, y / length, z / length];
}

function dot([a, b, c]: Vector, [x, y, z]: Vector): number {
  return a * x + b * y + c * z;
}

function degrees(radians: number): number {
  return (radians * 180) / Math.PI;
}
