import { useState } from "preact/hooks";
import type { OfficerRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { call } from "../api/member-client.ts";
import { problemsOf } from "../forms/checks.ts";
import { TextField } from "../forms/field.tsx";
import { Form } from "../forms/form.tsx";
import { proofRevocation as text } from "../messages/proof-revocation.ts";
import { requests } from "../messages/requests.ts";
import { Instant } from "../session/instant.tsx";
import { reasonProblem } from "./employee-change.ts";

interface ProofRevocationProps extends Pick<OfficerRequest, "id"> {
  readonly proofs: NonNullable<OfficerRequest["proofs"]>;
}

/** Withdraws the proofs of a request, for good; afterwards it says since when. */
export function ProofRevocation({ id, proofs }: ProofRevocationProps) {
  const [revokedAt, setRevokedAt] = useState(proofs.revokedAt);
  if (revokedAt)
    return (
      <div role="status">
        <p class="notice notice-warning">
          {text.since}: <Instant at={revokedAt} />
        </p>
      </div>
    );
  if (!proofs.mayRevoke) return null;
  return (
    <details>
      <summary>{text.title}</summary>
      <p>{text.hint}</p>
      <Form
        title={text.title}
        names={["reason"]}
        check={({ reason }) => problemsOf({ reason }, { reason: reasonProblem })}
        submit={text.submit}
        look="button button-danger"
        failures={requests.failures}
        send={async ({ reason }) => {
          const request = { params: { id }, body: { reason } };
          const answer = await call("POST /api/requests/officer/{id}/revoke-proofs", request);
          setRevokedAt(answer.revokedAt);
        }}
      >
        <TextField
          name="reason"
          label={`${text.reason} *`}
          hint={text.reasonHint}
          autoComplete="off"
        />
      </Form>
    </details>
  );
}
