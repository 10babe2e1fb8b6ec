import type { TrainingOffer } from "#shared/training/training-offer.ts";

/** An address can say anything. */
export function offerIn(said = ""): TrainingOffer["id"] | undefined {
  const [prefix, rest] = said.split("_");
  return prefix === "trn" && rest ? `trn_${rest}` : undefined;
}
