/** Photos, as who decides sees them: the one that is brought or taken away, beside the card (decision 0066). */
import type { EmployeeId } from "#shared/employee/employee.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { photo } from "../messages/photo.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { warnedNames } from "../officer/judged-photo.tsx";
import type { AgencyApproval, ChangeOf, ChangeView } from "./agency-approval.ts";

type Subject = AgencyApproval["subject"] & {
  /** Afterwards the pictures are others, or gone. */
  readonly isPending: boolean;
};

/** The photo in force, and the card with the one that is brought. */
export function photoView(
  { from, photoId, warned }: ChangeOf<"photo">,
  { id, name = "", isPending }: Subject,
): ChangeView {
  return {
    question: text.counterQuestion,
    effect: text.counterDone,
    facts: (
      <>
        <p>
          <strong>{text.counterFact}</strong>
        </p>
        {warned.length > 0 && (
          <p class="notice notice-warning">
            {text.warned}: {warnedNames(warned)}
          </p>
        )}
        {isPending && isPerson(id) && (
          <div class="person-card">
            {from && <InForce id={id} name={name} photoId={from} />}
            <CardImage
              shape="portrait"
              alt={photo.previewAlt(photo.portrait)}
              src={fileAddress("GET /api/officer/people/{id}/photos/{photoId}/preview/{face}", {
                params: { id, photoId, face: "front-portrait" },
              })}
            />
          </div>
        )}
      </>
    ),
  };
}

export function photoRevokeView(
  { photoId, faults }: ChangeOf<"photo-revoke">,
  { id, name = "", isPending }: Subject,
): ChangeView {
  return {
    question: text.revokeQuestion,
    effect: text.revokeDone,
    facts: (
      <>
        <p>
          <strong>{text.revokeFact}</strong>
        </p>
        <ul>
          {faults.map((fault) => (
            <li key={fault}>{text.faultNames[fault]}</li>
          ))}
        </ul>
        {isPending && isPerson(id) && <InForce {...{ id, name, photoId }} />}
      </>
    ),
  };
}

interface InForceProps {
  readonly id: EmployeeId;
  readonly name: string;
  readonly photoId: string;
}

function InForce({ id, name, photoId }: InForceProps) {
  return (
    <img
      src={fileAddress("GET /api/officer/people/{id}/photo/picture", {
        params: { id },
        query: { v: photoId },
      })}
      alt={text.photoAlt(name)}
      width={225}
      height={288}
      style={{ width: "11rem" }}
    />
  );
}

/** As `isPerson` of shared/access, without its schemas. */
function isPerson(id: Subject["id"]): id is EmployeeId {
  return id.startsWith("emp_");
}
