import type { EmployeeId } from "#shared/employee/employee.ts";
import type { PhotoEvent } from "#shared/photo/review-answers.ts";
import { fileAddress } from "../api/client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import type { Failure } from "../forms/failure.ts";
import { officer } from "../messages/officer.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { Instant } from "../session/instant.tsx";
import { warnedNames } from "./judged-photo.tsx";

interface PhotoHistoryProps {
  readonly id: EmployeeId;
  readonly name: string;
  /** The one in force. */
  readonly photoId: string | undefined;
  readonly events: readonly PhotoEvent[];
  /** Reads older ones; absent when there are none. */
  readonly more: (() => void) | undefined;
  readonly busy: boolean;
  readonly failure: Failure | undefined;
}

/** What became of a person's photos: who sent them, what the judge warned of, what was decided by whom and why. */
export function PhotoHistory({ events, more, busy, failure, ...shown }: PhotoHistoryProps) {
  const confirmed = events.filter(({ action }) => action === "photo-confirmed");
  const [newest] = confirmed;
  const inForce = shown.photoId === undefined ? undefined : newest;
  return (
    <>
      <h3>{text.history}</h3>
      {confirmed.length > (inForce ? 1 : 0) && <p class="hint">{text.oneShown}</p>}
      {events.length === 0 && <p>{more ? text.noneHere : text.noHistory}</p>}
      <ol>
        {events.map((event) => (
          <li key={event.id}>
            <Event {...event} />
            {event === inForce && <SmallPhoto {...shown} />}
          </li>
        ))}
      </ol>
      {failure && more && <FailureNotice failure={failure} retry={more} />}
      {more && (
        <button class="button button-quiet" type="button" aria-disabled={busy} onClick={more}>
          {text.older}
        </button>
      )}
    </>
  );
}

/** As the photo above it, which the browser has already. */
function SmallPhoto({ id, name, photoId }: Pick<PhotoHistoryProps, "id" | "name" | "photoId">) {
  const src = fileAddress("GET /api/officer/people/{id}/photo/picture", {
    params: { id },
    query: { v: photoId },
  });
  return (
    <div>
      <img class="see-through" src={src} alt={text.photoAlt(name)} width={72} height={92} />
    </div>
  );
}

const faultNames: Readonly<Record<string, string>> = text.faultNames;

function Event({ at, action, by, approvedBy, reason, warned, faults }: PhotoEvent) {
  return (
    <>
      <strong>{officer.actions[action]}</strong>, <Instant at={at} />,{" "}
      <span translate={false}>{doer(by)}</span>
      {approvedBy?.name && (
        <>
          {", "}
          <span translate={false}>{text.approvedBy(approvedBy.name)}</span>
        </>
      )}
      {faults.length > 0 && (
        <div>{faults.map((fault) => faultNames[fault] ?? fault).join("; ")}</div>
      )}
      {warned.length > 0 && action === "photo-confirmed" && (
        <div>
          {text.warned}: {warnedNames(warned)}
        </div>
      )}
      {reason && (
        <div>
          <q>{reason}</q>
        </div>
      )}
    </>
  );
}

function doer({ role, name }: PhotoEvent["by"]): string {
  if (role === "holder") return text.byHolder;
  // Reports are the one thing that no account does.
  if (role === "system") return text.byChecker;
  return name ? text.by(name) : text.byOfficer;
}
