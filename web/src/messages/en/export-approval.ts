import type { ExportApproval } from "../id/export-approval.ts";

export const en: ExportApproval = {
  subject: (people) => `Export of a list of ${people} people`,
  question: (subject) => `Approve “${subject}”?`,
  effect:
    "Whoever asked can have the file made once, and download it for 24 hours after that. A file that was downloaded cannot be taken back.",
  people: "People when it was asked for",
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
  units: "Units",
  allUnits: "the whole agency",
  file: "File",
  formats: { csv: "CSV", xlsx: "Excel (.xlsx)" },
};
