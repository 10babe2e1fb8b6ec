/** What somebody who checks a card finds wrong with it, beside its photo. The pages read this file, so it imports nothing. */
export const suspicions = ["data-differ", "other-holder", "altered"] as const;
export type Suspicion = (typeof suspicions)[number];
