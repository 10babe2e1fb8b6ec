import type { Search } from "../id/search.ts";

export const en: Search = {
  any: "All",
  kind: "Kind of employee",
  unit: "Unit",
  unitHint: "With all units below it",
  tag: "Condition",
  tags: {
    "no-photo": "Without a photo",
    "ends-soon": "Contract ends within 90 days",
    "not-activated": "Not activated",
    frozen: "Account blocked (frozen)",
  },
  filtered: "Filtered by",
  remove: (filter) => `Remove filter: ${filter}`,
  removeAll: "Remove all filters",
};
