import type { PhotoReviews } from "../id/photo-reviews.ts";

export const en: PhotoReviews = {
  lead: "The automatic check accepted these photos, but only people can judge dress, pose and likeness. Reported photos come first, then those that have waited longest.",
  nothing: "No photos are waiting.",
  list: "Waiting photos",
  place: (place, count) => `Photo ${place} of ${count}`,
  previous: "Previous",
  next: "Next",
  more: "Load more",
  keys: "Keyboard: S approves, M asks for a new photo, the left and right arrow keys move between photos, as long as the focus is on this photo.",
  open: "Open the record",
  own: "Your own photo is reviewed by a colleague.",
  photoAlt: (name) => `Photo of ${name}`,
  cardAlt: (name) => `Portrait card of ${name}, front`,
  causes: {
    warned: "The automatic check asks for another look at:",
    sampled: "Selected at random.",
    asked: "Follows a request for a new photo, or the removal of one.",
    reported: "Reported by somebody who checked the card.",
  },
  earlier: {
    "new-asked": "Previous photo: a new one was requested",
    revoked: "Previous photo removed, as requested",
    "revocation-asked": "Previous photo: removal not decided yet, requested",
  },
  reported: (time) =>
    `Reported ${time} by somebody who checked the card: this photo does not show the person who presented the card. Who reported it is not stored.`,
  reportedEarlier: (time) =>
    `Reported ${time} by somebody who checked the card, about the previous photo: it did not show the person who presented the card. The holder replaced it before an officer had looked. Who reported it is not stored.`,
  cutFromBusy:
    "The background was not plain before the photo studio removed it: check the outline, where some background may be left or part of the person may be missing.",
  overdue: "The deadline has passed and no new photo has arrived. This one is still in use.",
  waits: (time) => `Waiting since ${time}.`,
  warned: "Needs another look",
  judge: "For you to judge",
  likeness: "The face is the card holder's",
  passed: "Passed the automatic check",
  rulesGone: "The full result has been deleted (it is kept for 30 days).",
  states: {
    waiting: "Waiting for an officer.",
    approved: "Approved by an officer.",
    "new-asked": "A new photo was requested.",
    revoked: "Removed by two officers.",
  },
  until: (time) => `Expected by ${time}.`,
  unlooked: "Accepted by the automatic check; no officer needs to look at it.",
  approve: "Approve",
  ask: "Ask for a new photo",
  askTitle: (name) => `Ask ${name} for a new photo`,
  askEffect:
    "The holder is told why and has 14 days. The present photo stays in use; after that it returns to this list.",
  faults: "What does not meet the rules",
  faultNames: {
    dress: "Formal dress or attributes",
    pose: "Pose: body not turned slightly to the right",
    likeness: "Likeness: not this person, or not recognisable",
    quality: "Quality: light, sharpness or the edge of the cut-out",
  },
  note: "Message to the holder",
  noteHint: "Optional. The holder reads it.",
  send: "Send the request",
  revoke: "Remove it now…",
  revokeTitle: (name) => `Remove the photo of ${name} now`,
  revokeEffect:
    "For a photo that must not be used for even one more day, such as somebody else's face. A penyetuju decides. Once approved, the photo is removed, the card is not valid until there is a new photo, and the holder is told why.",
  reason: "Reason",
  reasonHint: "Read by the penyetuju and, once approved, by the holder.",
  sendRevoke: "Request the removal",
  revokeAsked: (name) =>
    `The removal of the photo of ${name} has been requested. A penyetuju decides within 7 days; until then the photo stays in use.`,
  counter: "Send a photo from the counter…",
  counterTitle: (name) => `Send a photo of ${name}`,
  counterHint:
    "For an employee who is at the counter. The photo is checked like any other, and then a penyetuju decides: no officer alone puts a face on somebody else's card.",
  counterChoose:
    "JPEG, PNG or WebP: the photo studio makes it meet the rules, on this device. The photo is not stored in this browser: anything not sent is lost when the page is closed.",
  counterReasonHint:
    "How you verified who it is, such as an identity card at the counter. The penyetuju reads it.",
  counterSend: "Request this photo",
  counterAsked: (name) =>
    `The photo of ${name} has been requested. A penyetuju decides within 7 days.`,
  cancel: "Cancel",
  approved: (name) => `The photo of ${name} was approved.`,
  asked: (name) => `${name}: a new photo has been requested, and the holder is told.`,
  section: "Photo",
  none: "No photo is in use.",
  history: "Photo history",
  noHistory: "No photo history yet.",
  oneShown:
    "Photos that were replaced or removed are not shown: officers see only the photo in use.",
  older: "Look for older photos",
  noneHere: "There are no photos among the newest changes.",
  by: (name) => `by ${name}`,
  byHolder: "by the holder",
  byOfficer: "by an officer",
  byChecker: "by somebody who checked the card",
  approvedBy: (name) => `approved by ${name}`,
  failures: {
    "card-not-active":
      "This person's card is not valid at present, so its photo cannot be changed.",
    "change-asked": "A request about this photo is already waiting for a penyetuju.",
    "revocation-asked": "The removal of this photo is waiting for a decision.",
    "photo-reviewed":
      "Another officer has just decided about this photo. The decision is shown now.",
  },
};
