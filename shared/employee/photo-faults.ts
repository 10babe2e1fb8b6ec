/** What may be wrong with a photo that the judge accepted (K-15 to K-17, and whose face it is). The pages read this file, so it imports nothing. */
export const photoFaults = ["dress", "pose", "likeness", "quality"] as const;
export type PhotoFault = (typeof photoFaults)[number];
