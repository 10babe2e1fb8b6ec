import type { PhotoReviews } from "../id/photo-reviews.ts";

export const en: PhotoReviews = {
  lead: "The automatic judge accepted these photos, but dress, pose and likeness are for people to judge. Reported ones are at the top, then who waits longest.",
  nothing: "No photo is waiting.",
  list: "Photos that wait",
  place: (place, count) => `Photo ${place} of ${count}`,
  previous: "Previous",
  next: "Next",
  more: "Load more",
  keys: "By keyboard: S finds it fitting, M asks for a new one, the left and right arrows move on; while the focus is on this photo.",
  open: "Open the record",
  own: "A colleague looks at your own photo.",
  photoAlt: (name) => `Photo of ${name}`,
  cardAlt: (name) => `Portrait card of ${name}, front`,
  causes: {
    warned: "The automatic judge asks to have another look:",
    sampled: "Drawn at random.",
    asked: "It follows a request for a new photo, or one that was taken away.",
    reported: "Somebody who checked the card reported it.",
  },
  earlier: {
    "new-asked": "The photo before: a new one was asked for",
    revoked: "The photo before was taken away: asked for",
    "revocation-asked": "The photo before: taking it away was not decided yet, asked for",
  },
  reported: (time) =>
    `Reported ${time} by somebody who checked the card: this photo is not of who showed it. Who reported it is not kept.`,
  reportedEarlier: (time) =>
    `Reported ${time} by somebody who checked the card, about the photo before: that one was not of who showed it. It was replaced before an officer had looked. Who reported it is not kept.`,
  cutFromBusy:
    "The background was not plain before the photo studio removed it: look at the outline, where some of it may be left, or some of the person gone.",
  overdue: "The time is over and no new photo has come. This one is still in use.",
  waits: (time) => `Waiting since ${time}.`,
  warned: "Have another look",
  judge: "For you to judge",
  likeness: "The face is the holder's",
  passed: "Passed by the automatic judge",
  rulesGone: "The whole outcome is deleted by now (it is kept for 30 days).",
  states: {
    waiting: "Waits for an officer.",
    approved: "An officer found it fitting.",
    "new-asked": "A new photo is asked for.",
    revoked: "Taken away by two officers.",
  },
  until: (time) => `Expected until ${time}.`,
  unlooked: "Accepted by the automatic judge; no officer has to look.",
  approve: "Fitting",
  ask: "Ask for a new one",
  askTitle: (name) => `Ask ${name} for a new photo`,
  askEffect:
    "The holder is told why and has 14 days. The present photo stays in use; after that time it comes back to this list.",
  faults: "What does not fit",
  faultNames: {
    dress: "Formal dress or attributes",
    pose: "Pose: body not turned slightly to the right",
    likeness: "Likeness: not this person, or not recognisable",
    quality: "Quality: light, sharpness or the cut-out",
  },
  note: "Message to the holder",
  noteHint: "If needed. The holder reads it.",
  send: "Send the request",
  revoke: "Take it away now…",
  revokeTitle: (name) => `Take the photo of ${name} away now`,
  revokeEffect:
    "For a photo that must not be used for another day, such as somebody else's face. A penyetuju decides. Once approved, the photo is off the card, the card is not valid until there is a new one, and the holder is told why.",
  reason: "Reason",
  reasonHint: "Read by the penyetuju and, once approved, by the holder.",
  sendRevoke: "Ask for it",
  revokeAsked: (name) =>
    `You asked to take the photo of ${name} away. A penyetuju decides within 7 days; until then it stays in use.`,
  counter: "Send a photo from the counter…",
  counterTitle: (name) => `Send a photo of ${name}`,
  counterHint:
    "For somebody at the counter. It is judged like any photo, and then a penyetuju decides: no officer alone puts a face on somebody else's card.",
  counterChoose:
    "JPEG, PNG or WebP: the photo studio makes it conform, on this device. This browser keeps nothing of it: what was not sent is gone when the page is closed.",
  counterReasonHint:
    "How you know who it is, such as an identity card at the counter. The penyetuju reads it.",
  counterSend: "Ask for this photo",
  counterAsked: (name) => `You asked for the photo of ${name}. A penyetuju decides within 7 days.`,
  cancel: "Cancel",
  approved: (name) => `The photo of ${name} was found fitting.`,
  asked: (name) => `${name}: a new photo is asked for, and the holder is told.`,
  section: "Photo",
  none: "No photo is in use yet.",
  history: "History of photos",
  noHistory: "No photo so far.",
  older: "Look for older ones",
  noneHere: "There is no photo among the newest changes.",
  by: (name) => `by ${name}`,
  byHolder: "by the holder",
  byOfficer: "by an officer",
  byChecker: "by somebody who checked the card",
  approvedBy: (name) => `approved by ${name}`,
  failures: {
    "card-not-active":
      "This person's card is not valid at present, so its photo cannot be changed.",
    "change-asked": "A request about this photo already waits for a penyetuju.",
    "revocation-asked": "Taking this photo away waits for a decision.",
    "photo-reviewed":
      "Another officer has just decided about this photo. The decision is shown now.",
  },
};
