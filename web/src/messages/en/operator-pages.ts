import type { OperatorPages } from "../id/operator-pages.ts";

export const en: OperatorPages = {
  templatePreview: "Template preview",
  roles: "Roles and approvals",
};
