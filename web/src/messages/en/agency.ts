import type { AgencyText } from "../id/agency.ts";

export const en: AgencyText = {
  failures: {
    "agency-changed":
      "Somebody else has just changed this agency. Look at it as it is now, then change it again.",
    "agency-exists": "Another agency has this code already.",
  },
};
