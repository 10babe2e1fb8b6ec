import type { Beard } from "./beards.ts";
import type { EyesShown } from "./drawn-eyes.ts";
import type { Lenses } from "./drawn-features.ts";
import type { Mark } from "./drawn-marks.ts";

/** How a person shows the head, when not as it should be. */
export interface Showing {
  /** Degrees that the head leans on the neck, clockwise. */
  readonly tilt?: number;
  /** How much larger the head is, and how many pixels it is away from where it should be. */
  readonly scale?: number;
  readonly right?: number;
  readonly down?: number;
  /** "turned away" shows the back of the head, "erased" a face without features. */
  readonly face?: "shown" | "erased" | "turned away";
  readonly eyes?: EyesShown;
  /** Degrees that the face is turned, to the picture's right above 0. */
  readonly turn?: number;
  /** Degrees that the face looks down, up below 0. */
  readonly nod?: number;
  readonly lenses?: Lenses;
  readonly hair?: "long";
  readonly mark?: Mark;
  readonly beard?: Beard;
}
