import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import { request as fetchFile, fileAddress, Refusal } from "../api/client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { ownRequests as text } from "../messages/own-requests.ts";
import { saveFile } from "../save-file.ts";
import { Instant } from "../session/instant.tsx";

interface OwnProofProps {
  readonly request: Pick<OwnRequest, "id" | "number" | "proofRevokedAt">;
  /** An officer withdrew it after the page was read. */
  readonly onRevoked: () => void;
}

/**
 * What was asked and where it lies, to keep (W-13); or since when it is withdrawn. Saved only when it has come: a browser that
 * follows the link itself saves a refusal as a file, or says nothing.
 */
export function OwnProof({ request, onRevoked }: OwnProofProps) {
  const { id, number, proofRevokedAt } = request;
  const { failure, busy, run } = useReading();
  if (proofRevokedAt)
    return (
      <p class="notice notice-info">
        {text.proofRevoked} <Instant at={proofRevokedAt} />.
      </p>
    );
  const address = fileAddress("GET /api/requests/mine/{id}/proof", { params: { id } });
  const save = () =>
    run(async () => {
      try {
        const file = await (await fetchFile(address, {})).blob();
        saveFile(`bukti-pengajuan-${number}.pdf`, file);
      } catch (error) {
        const isRevoked = error instanceof Refusal && error.problem.code === "document-revoked";
        if (!isRevoked) throw error;
        onRevoked();
      }
    });
  return (
    <>
      <p>
        <a
          class="button button-quiet"
          href={address}
          {...(busy && { "aria-disabled": true })}
          onClick={(event) => {
            event.preventDefault();
            void save();
          }}
        >
          {text.proof}
        </a>
      </p>
      {failure && <FailureNotice failure={failure} retry={save} />}
    </>
  );
}
