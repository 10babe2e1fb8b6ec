/** Kinds of leave, as officers delegate them; its length, conditions and evidence are no matter of posts. */

/** Kinds of leave whose grant the PPK may delegate (PP 11/2017; Peraturan BKN 24/2017). */
export const delegableLeave = [
  "tahunan",
  "besar",
  "sakit",
  "melahirkan",
  "alasan-penting",
] as const;
/** CLTN is the PPK's alone. Nobody asks for cuti bersama. */
export const leaveKinds = [...delegableLeave, "cltn"] as const;
export const leavePlaces = ["home", "abroad"] as const;
/** All that can be asked for. */
export const matters = leavePlaces.flatMap((place) =>
  leaveKinds.map((leave) => ({ place, leave })),
);
