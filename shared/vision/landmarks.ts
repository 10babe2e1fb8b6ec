/** Groups of the 468 landmarks by their numbers in MediaPipe's face mesh. Left and right are the person's own. */

/** Around the face, clockwise as one sees it, from the forehead's middle: a closed polygon. */
export const faceOval = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;
