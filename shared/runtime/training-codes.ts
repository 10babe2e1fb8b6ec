/** Why a training cannot be offered so, and what is wrong with a line of its form. */
export const trainingFieldCodes = [
  "session-outside",
  "session-ends-before-it-begins",
  "sessions-meet",
  "day-without-session",
  "closes-after-start",
  "closes-in-past",
  "jp-of-subjects",
  "unit-quota-twice",
  "unit-quota-above-all",
  "unit-quota-not-invited",
  "line-malformed",
  "count-malformed",
] as const;
/** What only a claim of somebody else's certificate is told. */
export const claimFieldCodes = ["number-counted"] as const;
export type TrainingFieldCode = (typeof trainingFieldCodes)[number];
