import type { PhotoFaults } from "../id/photo-faults.ts";

export const en: PhotoFaults = {
  asked: "A new photo is asked for",
  askedText: "A personnel officer looked at your photo and asks for a new one:",
  askedStays: (time) =>
    `Send it before ${time}. Until there is a new one, the present photo stays and your card is still valid; after that time an officer decides again.`,
  askedOver: (time) =>
    `Its time (${time}) is over. The present photo stays and your card is still valid, but an officer decides again. You can still send a new photo.`,
  revoked: "Your photo was taken away",
  revokedText:
    "Two personnel officers took your photo away. The card can be shown again once you use a new one:",
  note: "The officer's message",
  send: "Send a new photo",
  fixes: {
    dress: "Dress: wear khaki, batik or plain white, with all ASN attributes.",
    pose: "Pose: turn your body slightly to the right, your face towards the camera.",
    likeness: "Likeness: use a recent photo of yourself, in which your face can be recognised.",
    quality: "Quality: take it in good light with a steady camera, and tidy the cut-out's edge.",
  },
};
