import type { TrainingClaimText } from "../id/training-claim.ts";

export const en: TrainingClaimText = {
  hint: "For certificates that your agency did not issue. An officer checks it with its file; once agreed to, its JP count in the year in which the training ended. * is required.",
  fields: {
    name: "Name of the training",
    organiser: "Organiser",
    number: "Number of the certificate",
    form: "Kind and path",
    from: "First day",
    until: "Last day",
    jp: "JP",
  },
  numberHint: "As the certificate says it. A number counts once.",
  jpHint: "Jam pelajaran as the certificate says them, for example 24",
  note: "Note for the officer",
  noteHint: "Optional.",
  span: (from, until) => (from === until ? from : `${from} to ${until}`),
  problems: {
    "number-counted": "this number is among your jam pelajaran already.",
    "number-malformed": "write its letters or digits.",
    "ends-before-it-begins": "earlier than the first day.",
    "day-too-late": "still to come. Ask once the training is over.",
    "count-malformed": "write one whole number, 1 to 2000.",
  },
  year: (year) => `Jam pelajaran ${year}`,
  now: "Now",
  after: "Once agreed to",
  jp: (count) => `${count} JP`,
  outdated:
    "This number is among the person's jam pelajaran already, or the employment has ended. Reject it, or ask.",
  howTo: "Compare number, days and JP with the file. Agreeing adds the JP at once.",
};
