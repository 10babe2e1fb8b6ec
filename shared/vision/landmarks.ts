/** Groups of the 468 landmarks by their numbers in MediaPipe's face mesh. Left and right are the person's own. */

/** Around the face, clockwise as one sees it, from the forehead's middle: a closed polygon. */
export const faceOval = [
  10, 338, 297, 332, 284, 251, 389, 356, 454, 323, 361, 288, 397, 365, 379, 378, 400, 377, 152, 148,
  176, 149, 150, 136, 172, 58, 132, 93, 234, 127, 162, 21, 54, 103, 67, 109,
] as const;

/** Between the eyes. */
export const bridge = 168;

/** Where the face ends. */
export const edges = { right: 234, left: 454, forehead: 10, chin: 152 } as const;

/** Outer and inner corner, and pairs of upper and lower lid. */
export const eyelids = {
  right: {
    corners: [33, 133],
    lids: [
      [160, 144],
      [158, 153],
    ],
  },
  left: {
    corners: [263, 362],
    lids: [
      [387, 373],
      [385, 380],
    ],
  },
} as const;
