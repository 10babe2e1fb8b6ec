/** Photos, as who decides sees them: the one that is brought beside the one in force, or the one that is taken away (decision 0066). */
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import type { EmployeeId } from "#shared/employee/employee.ts";
import { fileAddress } from "../api/client.ts";
import { CardImage } from "../components/card-image.tsx";
import { photo } from "../messages/photo.ts";
import { photoApprovals as text } from "../messages/photo-approvals.ts";
import { photoReviews } from "../messages/photo-reviews.ts";
import { warnedNames } from "../officer/judged-photo.tsx";
import type { AgencyApproval, ChangeOf, ChangeView } from "./agency-approval.ts";

type Subject = AgencyApproval["subject"] & {
  /** Afterwards the pictures are others, or gone. */
  readonly isPending: boolean;
};

/** Both faces beside each other, and the card with the new one; each says which it is. Long: markup, in the order of the page. */
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
            {photoReviews.warned}: {warnedNames(warned)}
          </p>
        )}
        {isPending && isPerson(id) && (
          <>
            {!from && <p class="notice notice-warning">{text.noneInForce}</p>}
            <div class="person-card">
              {from && <InForce {...{ id, name }} photoId={from} width="8.84rem" />}
              <Shown caption={text.fresh}>
                <Photo
                  alt={photoReviews.photoAlt(name)}
                  src={fileAddress("GET /api/officer/people/{id}/photos/{photoId}/picture", {
                    params: { id, photoId },
                  })}
                />
              </Shown>
              <Shown caption={text.freshCard}>
                <CardImage
                  shape="portrait"
                  alt={photo.previewAlt(photo.portrait)}
                  src={fileAddress("GET /api/officer/people/{id}/photos/{photoId}/preview/{face}", {
                    params: { id, photoId, face: "front-portrait" },
                  })}
                />
              </Shown>
            </div>
          </>
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
            <li key={fault}>{photoReviews.faultNames[fault]}</li>
          ))}
        </ul>
        {isPending && isPerson(id) && (
          <div class="person-card">
            <InForce {...{ id, name, photoId }} />
          </div>
        )}
      </>
    ),
  };
}

interface InForceProps {
  readonly id: EmployeeId;
  readonly name: string;
  readonly photoId: string;
  readonly width?: string;
}

function InForce({ id, name, photoId, ...size }: InForceProps) {
  const src = fileAddress("GET /api/officer/people/{id}/photo/picture", {
    params: { id },
    query: { v: photoId },
  });
  return (
    <Shown caption={text.inForce}>
      <Photo {...size} alt={photoReviews.photoAlt(name)} src={src} />
    </Shown>
  );
}

interface ShownProps {
  readonly caption: string;
  readonly children: ComponentChildren;
}

function Shown({ caption, children }: ShownProps) {
  return (
    <figure>
      <figcaption>{caption}</figcaption>
      {children}
    </figure>
  );
}

interface PhotoProps {
  readonly src: string;
  readonly alt: string;
  readonly width?: string;
}

/** One that does not come is told: nobody decides by half of what there is to see. */
function Photo({ src, alt, width = "11rem" }: PhotoProps) {
  const [isLost, setLost] = useState(false);
  if (isLost) return <p class="notice notice-warning">{text.lost}</p>;
  const lose = () => setLost(true);
  const size = { width: 225, height: 288, style: { width } };
  return <img class="see-through" src={src} alt={alt} {...size} onError={lose} />;
}

/** As `isPerson` of shared/access, without its schemas. */
function isPerson(id: Subject["id"]): id is EmployeeId {
  return id.startsWith("emp_");
}
