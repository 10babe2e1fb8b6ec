import { useLayoutEffect, useRef } from "preact/hooks";
import type { EmployeeId, PhotoId } from "#shared/employee/employee.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { AskNewPhoto } from "./ask-new-photo.tsx";
import { RevokePhoto } from "./revoke-photo.tsx";
import { orStale } from "./stale-photo.ts";

/** A photo as the officer sees it. */
interface SeenPhoto {
  readonly id: EmployeeId;
  /** Its holder's. */
  readonly name: string;
  readonly photoId: PhotoId;
  /** The instant of its review; undefined when there is none. */
  readonly reviewedAt: string | undefined;
}

export interface PhotoDecisionProps {
  readonly seen: SeenPhoto;
  /** Of the first thing to do: a page has one primary button, and the record's is another. */
  readonly look: "button" | "button button-quiet";
  readonly onDecided: (message: string) => void;
  /** Somebody else decided, or another photo came: it is read anew. */
  readonly onStale: (message: string) => void;
}

export type PhotoStep = "ask" | "revoke" | undefined;

interface StepsProps extends PhotoDecisionProps {
  readonly step: PhotoStep;
  readonly goTo: (step: PhotoStep) => void;
  /** Nobody needs to find it fitting once more. */
  readonly isApproved: boolean;
  /** A penyetuju has to say first whether it goes at once. */
  readonly isRevocationAsked: boolean | undefined;
}

/** What an officer does about a photo: finds it fitting, asks for a new one, or asks a colleague to take it away at once. Long: markup. */
export function PhotoDecisions({
  step,
  goTo,
  isApproved,
  isRevocationAsked,
  ...props
}: StepsProps) {
  const { approve, busy, failure } = useApproval(props);
  const buttons = useRef<HTMLParagraphElement>(null);
  const left = useRef<PhotoStep>(undefined);
  const leave = () => {
    left.current = step;
    goTo(undefined);
  };
  // Who leaves a form undone is back at the button that opened it.
  useLayoutEffect(() => {
    if (step === undefined && left.current)
      buttons.current?.querySelector<HTMLElement>(`[data-decision="${left.current}"]`)?.focus();
    left.current = undefined;
  }, [step]);
  if (step === "ask") return <AskNewPhoto {...props} leave={leave} />;
  if (step === "revoke") return <RevokePhoto {...props} leave={leave} />;
  return (
    <>
      {failure && <FailureNotice failure={failure} retry={approve} />}
      {isRevocationAsked && (
        <p class="notice notice-warning">{text.failures["revocation-asked"]}</p>
      )}
      <p class="button-row" ref={buttons}>
        {!isApproved && !isRevocationAsked && (
          <button
            class={props.look}
            type="button"
            data-decision="approve"
            aria-disabled={busy}
            onClick={approve}
          >
            {text.approve}
          </button>
        )}
        <button
          class="button button-quiet"
          type="button"
          data-decision="ask"
          onClick={() => goTo("ask")}
        >
          {text.ask}
        </button>
        {!isRevocationAsked && (
          <button
            class="button button-quiet"
            type="button"
            data-decision="revoke"
            onClick={() => goTo("revoke")}
          >
            {text.revoke}
          </button>
        )}
      </p>
    </>
  );
}

function useApproval({ seen, onDecided, onStale }: PhotoDecisionProps) {
  const { failure, busy, run } = useReading();
  const approve = () =>
    run(async () => {
      const { id, photoId, reviewedAt } = seen;
      const body = { photoId, ...(reviewedAt && { reviewedAt }) };
      const approving = call("POST /api/officer/people/{id}/photo/approve", {
        params: { id },
        body,
      });
      if (await orStale(approving, onStale)) onDecided(text.approved(seen.name));
    });
  return { approve, busy, failure };
}
