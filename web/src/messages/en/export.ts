import type { Export } from "../id/export.ts";

export const en: Export = {
  lead: "The people that the list's filter finds, or one list of accounts, in one file. Up to 500 people at once; for more a penyetuju agrees first.",
  filter: "What is exported",
  search: "Search",
  everyone: "all names",
  status: "Employment status",
  anyStatus: "any status",
  list: "List of accounts",
  campaign: "Campaign",
  statuses: {
    active: "Active",
    upcoming: "Not valid yet",
    suspended: "Suspended",
    ended: "Ended",
  },
  change: "Change the filter in the list of people",
  changeList: "Choose another list of accounts",
  format: "Kind of file",
  formats: { xlsx: "Excel (.xlsx)", csv: "CSV (semicolons)" },
  submit: "Make the file",
  listTitle: "Latest exports",
  listHint:
    "Your own exports only. The file has personal data and your name: keep it in a safe place, and delete it when it is no longer needed.",
  none: "No exports yet.",
  asked: (time, format) => `Asked for ${time}. ${format}.`,
  waiting: "The request has arrived. The people are about to be looked up.",
  writing: (people) =>
    people === 0 ? "The people are being looked up." : `${people} people are in the file.`,
  ready: (people) => `${people} people are ready to download.`,
  failed: "This file cannot be made.",
  large: (people) =>
    `${people} people were found. More than 500 people are exported only when a penyetuju agrees.`,
  waitsForAnswer: (people) => `${people} people. A penyetuju has to decide.`,
  refused: "Not approved. The reason is in “Approvals”.",
  approved: "Approved. The file can be made now.",
  unreadable: (records) =>
    `${records} records cannot be read, so they are left out. The operators have been told.`,
  until: (time) => `Can be downloaded until ${time}.`,
  usableUntil: (time) =>
    `Can be prepared until ${time}. Once ready, its file can be downloaded for 24 hours.`,
  download: "Download",
  prepare: "Make the file",
  ask: "Ask for approval…",
  asking: {
    title: "Ask for approval of an export",
    hint: "The penyetuju sees the filter, how many people, and your reason.",
    reasonHint: "What the list is for, and who receives it",
    submit: "Ask for approval",
    done: "Approval has been asked for.",
  },
};
