import type { OfficePages } from "../id/office-pages.ts";

export const en: OfficePages = {
  quality: "Data quality",
  employee: "Employee record",
  newPerson: "New employee",
  accountLists: "Accounts that need attention",
  photos: "Review of photos",
  requests: "Requests of people",
  leave: "Leave of employees",
  campaigns: "Contact updates",
  imports: "Import employees",
  units: "Units",
  posts: "Deciding officials",
  attendance: "Attendance",
  calendar: "Agency calendar",
  trainings: "Trainings",
  agency: "Agency",
  letters: "Official letters",
  unitPrint: "Print cards and letters",
  decrees: "Decisions",
  exports: "Export",
};
