import type { RequestForm } from "../id/request-form.ts";

export const en: RequestForm = {
  choose: "What do you ask for?",
  oneAtATime: "One request for each part.",
  open: "on its way",
  needsFile: "needs a file, two people decide",
  ofOne: "one person decides, an officer",
  fieldsHint:
    "The fields hold what your record says now. Change only what is wrong. * is required.",
  answerHint:
    "The fields hold what you proposed. Change it if that is asked, then answer. * is required.",
  againHint:
    "The fields hold what you proposed before. Mend it, then send it again. * is required.",
  turnedDown: "Why it was rejected",
  replyHint: "Write an answer, or change a field. If only a file is replaced, write so.",
  replyNeeded: "write an answer, or change a field.",
  nothingChanged: "Nothing is changed yet. Change what is wrong.",
  noteHint: "Optional, for example the number of a diploma or decree.",
  toFiles: "On to the files",
  filesTitle: "Files as evidence",
  filesHint:
    "PDF or JPG, at most 2 MB each, at most 3. A file stays on this device until it has arrived whole.",
  filesNeeded: "This request needs at least one file.",
  fileLabel: (needed) => (needed ? "Choose a file *" : "Choose a file (optional)"),
  file: (place) => `File ${place}`,
  arrived: "has arrived",
  stopped: "has not arrived",
  sendAgain: "Send again what has not arrived",
  remove: (name) => `Remove ${name}`,
  notKept: "This browser keeps no files. Do not close the page before they have arrived.",
  toCheck: "Check your answers",
  stillSending: "Wait until the file has arrived, or remove it.",
  checkTitle: "Check your answers",
  checkHint: "This is what your agency gets.",
  decidedByOne: "One person decides, an officer of your agency, within 3×24 hours.",
  decidedByTwo:
    "Two people decide: an officer checks it, then an approver decides, within 3×24 hours together.",
  mendFields: "Change the fields",
  mendFiles: "Change the files",
  reply: "Your answer to the officer",
  send: "Send",
  sent: (number) => `Sent. The number of your request: ${number}.`,
  savedHere: "The draft is kept on this device.",
  savedThere: "The draft is saved.",
  elsewhere: {
    told: "This draft was gone on with, sent or thrown away on another device. What you typed here is still here.",
    refused: "Not sent yet. Choose first how to go on.",
    asOwn: "Go on with this one as a new request",
    openOther: "Open the other request",
    discard: "Delete this one",
    kept: "This part is being asked for. What you typed here is still here, and can be sent once that request has ended or was withdrawn.",
  },
};
