import type { EmployeeAnswer } from "#shared/employee/record-answers.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { changeForms } from "../messages/change-forms.ts";

/** The card as its holder has it now, or why there is none. While a newer one is drawn the image asks again by itself. */
export function RecordCard({ employee }: { readonly employee: EmployeeAnswer }) {
  const { id, status, hasPhoto, revision } = employee;
  if (status !== "active" || !hasPhoto)
    return <p>{status === "active" ? changeForms.card.noPhoto : changeForms.card[status]}</p>;
  const src = fileAddress("GET /api/officer/employees/{id}/card", {
    ...{ params: { id }, query: { v: String(revision) } },
  });
  return <CardImage src={src} alt={changeForms.card.alt} shape="landscape" />;
}
