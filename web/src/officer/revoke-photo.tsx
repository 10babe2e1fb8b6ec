import { useState } from "preact/hooks";
import { call } from "../api/member-client.ts";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { officePages } from "../messages/office-pages.ts";
import { photoReviews as text } from "../messages/photo-reviews.ts";
import { reasonProblem } from "./employee-change.ts";
import { type FaultField, FaultFields, faultFields, faultsIn } from "./fault-fields.tsx";
import type { PhotoDecisionProps } from "./photo-decisions.tsx";
import { orStale } from "./stale-photo.ts";
import { StepTitle } from "./step-title.tsx";
import { WayOut } from "./way-out.tsx";

interface RevokePhotoProps extends PhotoDecisionProps {
  readonly leave: () => void;
}

/** Asks a penyetuju to take the photo away at once. Long: markup, in the order of the page. */
export function RevokePhoto({ seen, onDecided, onStale, leave }: RevokePhotoProps) {
  const { id, name, photoId, reviewedAt } = seen;
  // Sent again, it is the same request.
  const [requestId] = useState(() => crypto.randomUUID());
  return (
    <>
      <StepTitle id="revoke-photo-title" isPart>
        {text.revokeTitle(name)}
      </StepTitle>
      <p class="hint">{text.revokeEffect}</p>
      <Form<FaultField | "faults" | "revokeReason">
        title={officePages.photos}
        names={[...faultFields, "faults", "revokeReason"]}
        check={(values) => [
          ...(faultsIn(values).length === 0
            ? [{ field: "faults", code: "required" } as const]
            : []),
          ...problemsOf(values, { revokeReason: reasonProblem }),
        ]}
        nameOf={(field) => (field === "faults" ? text.faults : undefined)}
        submit={text.sendRevoke}
        look="button button-danger"
        failures={text.failures}
        send={async (values) => {
          const body = {
            ...{ photoId, faults: faultsIn(values), reason: values.revokeReason.trim() },
            ...{ requestId, ...(reviewedAt && { reviewedAt }) },
          };
          const asking = call("POST /api/officer/people/{id}/photo/revoke", {
            params: { id },
            body,
          });
          if (await orStale(asking, onStale)) onDecided(text.revokeAsked(name));
        }}
      >
        <FaultFields />
        <TextField
          name="revokeReason"
          label={`${text.reason} *`}
          hint={text.reasonHint}
          autoComplete="off"
        />
      </Form>
      <WayOut leave={leave}>{text.cancel}</WayOut>
    </>
  );
}
