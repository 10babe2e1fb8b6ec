/** What people and the clock do in one simulated history. */
import fc from "fast-check";

export interface Step {
  readonly act:
    | "change"
    | "suspend"
    | "restore"
    | "upload"
    | "swap"
    | "confirm"
    | "file"
    | "counter"
    | "fits"
    | "ask-new"
    | "revoke"
    | "sweep"
    | "poison";
  readonly who: number;
  readonly value: number;
  /** How many scheduling points pass before the next act. */
  readonly pauses: number;
}

export const steps = fc.array(
  fc.record<Step>({
    act: fc.constantFrom(
      "change",
      "change",
      "suspend",
      "restore",
      "upload",
      "upload",
      "swap",
      "swap",
      "confirm",
      "confirm",
      "file",
      "file",
      "counter",
      "fits",
      "ask-new",
      "revoke",
      "sweep",
      "poison",
    ),
    who: fc.integer({ min: 1, max: 3 }),
    value: fc.integer({ min: 1, max: 9 }),
    pauses: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 1, maxLength: 12 },
);
