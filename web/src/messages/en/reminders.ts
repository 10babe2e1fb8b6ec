import type { Reminders } from "../id/reminders.ts";

export const en: Reminders = {
  open: "Send reminders…",
  title: "Send reminders",
  hints: {
    "not-activated":
      "The mail has the steps of the activation, no code and no password. Each employee is reminded at most once in seven days.",
    "no-authenticator":
      "The mail reminds of setting up an authenticator. Each employee is reminded at most once in seven days.",
    "photo-refused":
      "The mail reminds of uploading a photo. Each employee is reminded at most once in seven days.",
    "no-photo":
      "The mail reminds of uploading a photo. Each employee is reminded at most once in seven days.",
    "no-phone":
      "The mail reminds them to enter a phone number under «Account». Everybody is reminded at most once in seven days.",
  },
  unit: "Unit (optional)",
  unitHint: "Leave it empty for everybody in this list.",
  look: "See who is reminded",
  who: "Who will be reminded",
  count: (people) => `${people} ${people === 1 ? "employee gets" : "employees get"} a mail.`,
  nobody: "Nobody needs a reminder now.",
  noAddress: (people) =>
    `${people} left out: no e-mail, or mails do not arrive. They have to come to the counter.`,
  recently: (people) => `${people} left out: reminded within the last seven days.`,
  notActivated: (people) =>
    `${people} left out: not activated. Remind them from the list “Not activated”.`,
  cut: "One run takes at most 500 employees; the others follow in the next one.",
  all: (people) => `Show all ${people} employees`,
  send: (people) => `Send to ${people} ${people === 1 ? "employee" : "employees"}`,
  running: (done, total) => `${done} of ${total} employees are reminded.`,
  done: (people) =>
    `Done: ${people} ${people === 1 ? "employee" : "employees"} reminded. The mails follow one by one.`,
  stopped: (people) => `Stopped after ${people} ${people === 1 ? "employee" : "employees"}.`,
  skipped: (people) => `${people} left out, because records changed or no mail reaches them.`,
  stop: "Stop",
  failures: { "nobody-to-remind": "Nobody needs a reminder any more." },
};
