import type { PhotoApprovals } from "../id/photo-approvals.ts";

export const en: PhotoApprovals = {
  revokeFact: "The photo is removed from the card, because of:",
  revokeQuestion: (name) => `Remove the photo of ${name}?`,
  revokeDone: "The card is not valid until the holder uses a new photo. The holder is told why.",
  counterFact: "A new photo from the counter:",
  counterQuestion: (name) => `Use this photo on the card of ${name}?`,
  counterDone:
    "The card is redrawn with this photo, and the holder is told. Approve only if you are sure that this is the person's face.",
  inForce: "The photo in use now",
  fresh: "The new photo from the counter",
  freshCard: "The card with the new photo",
  noneInForce:
    "There is no old photo: this person has not used one yet, or it was removed. There is no face to compare with.",
  lost: "This photo cannot be shown. Reload the page before you decide.",
};
