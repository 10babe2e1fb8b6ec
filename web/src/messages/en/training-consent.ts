import type { TrainingConsent } from "../id/training-consent.ts";

export const en: TrainingConsent = {
  waits: (count) => `${count} ${count === 1 ? "person waits" : "people wait"} for your consent`,
  title: "Consent of the direct superior",
  lead: "A seat is certain only with your consent. Without an answer in time it is offered to the next one.",
  none: "Nobody waits for your consent to this training any more.",
  states: {
    seated: "A seat is kept",
    offered: "A seat is offered",
    waiting: "Waiting list",
    out: "Not coming",
  },
  waitingAt: (number) => `Waiting list, number ${number}`,
  until: "Answer awaited until",
  decide: "Decide",
  decideOf: (name) => `Decide for ${name}`,
  verdict: "Decision",
  acts: { consent: "Consent", refuse: "Do not consent" },
  reason: "Reason",
  reasonHint: "Read by the employee and the officers of the training.",
  send: "Send the decision",
  done: {
    consent: (name) => `${name}: consented.`,
    refuse: (name) => `${name}: not consented.`,
  },
  failures: {
    "record-changed": "This place has just changed. Load the page anew.",
  },
};
