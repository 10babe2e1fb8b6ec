import { Refusal } from "../api/client.ts";
import { photo } from "../messages/photo.ts";
import { photoReviews } from "../messages/photo-reviews.ts";

const stale: Readonly<Record<string, string>> = {
  "photo-reviewed": photoReviews.failures["photo-reviewed"],
  "revocation-asked": photoReviews.failures["revocation-asked"],
  "photo-replaced": photo.failures["photo-replaced"],
};

/**
 * A decision about a photo, which somebody else may have made or undone a moment ago: then it is read anew.
 * @returns whether it was carried out @throws as it does
 */
export async function orStale(
  deciding: Promise<unknown>,
  onStale: (message: string) => void,
): Promise<boolean> {
  try {
    await deciding;
    return true;
  } catch (error) {
    const message = error instanceof Refusal ? stale[error.problem.code] : undefined;
    if (message === undefined) throw error;
    onStale(message);
    return false;
  }
}
