/** A change of an agency, as who decides reads it. */
import { agencyFields, valuesOf } from "../agency/agency-values.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { agency as text } from "../messages/agency.ts";
import type { ChangeOf, ChangeView } from "./agency-approval.ts";
import { OldAndNew } from "./old-and-new.tsx";

const backs = [
  ["back-landscape", "landscape"],
  ["back-portrait", "portrait"],
] as const;

/** @param id of the approval, which its pictures are drawn for */
export function agencyChangeView(change: ChangeOf<"agency-change">, id: string): ChangeView {
  return {
    subject: change.from.name,
    ...text.approve,
    facts: <AgencyChange change={change} id={id} />,
  };
}

/** Old and new of each field that changes, and the back of a card as it will be. */
function AgencyChange({ change, id }: { change: ChangeOf<"agency-change">; id: string }) {
  const [old, wanted] = [valuesOf(change.from), valuesOf(change.to)];
  const changed = agencyFields.filter((field) => old[field] !== wanted[field]);
  return (
    <>
      {changed.map((field) => (
        <OldAndNew
          key={field}
          field={text.fields[field]}
          old={old[field] || text.none}
          wanted={wanted[field] || text.none}
        />
      ))}
      <div class="specimen">
        {backs.map(([face, shape]) => {
          const src = fileAddress("GET /api/officer/agency/changes/{id}/faces/{face}", {
            params: { id, face },
          });
          return <CardImage key={face} src={src} alt={text.backs[face]} shape={shape} />;
        })}
      </div>
    </>
  );
}
