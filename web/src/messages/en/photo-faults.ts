import type { PhotoFaults } from "../id/photo-faults.ts";

export const en: PhotoFaults = {
  asked: "A new photo is requested",
  askedText: "A personnel officer has looked at your photo and asks for a new one:",
  askedStays: (time) =>
    `Send it before ${time}. Until then the present photo stays and your card remains valid; after that, an officer decides again.`,
  askedOver: (time) =>
    `The deadline (${time}) has passed. The present photo stays and your card remains valid, but an officer will decide again. You can still send a new photo.`,
  revoked: "Your photo was removed",
  revokedText:
    "Two personnel officers removed your photo. You can show your card again once you use a new one:",
  note: "The officer's message",
  send: "Send a new photo",
  fixes: {
    dress: "Dress: wear khaki, batik or plain white, with all ASN attributes.",
    pose: "Pose: turn your body slightly to the right, your face towards the camera.",
    likeness: "Likeness: use a recent photo of yourself in which your face is recognisable.",
    quality:
      "Quality: take it in good light with a steady camera, and tidy the edge of the cut-out.",
  },
};
