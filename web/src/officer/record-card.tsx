import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { recordForms as forms } from "../messages/record-forms.ts";

/** The card as its holder has it now, or why there is none. While a newer one is drawn the image asks again by itself. */
export function RecordCard({ employee }: { readonly employee: EmployeeAnswer }) {
  const { id, status, hasPhoto, revision } = employee;
  if (status !== "active" || !hasPhoto)
    return <p>{status === "active" ? forms.card.noPhoto : forms.card[status]}</p>;
  const src = fileAddress("GET /api/officer/employees/{id}/card", {
    ...{ params: { id }, query: { v: String(revision) } },
  });
  return <CardImage src={src} alt={forms.card.alt} shape="landscape" />;
}
