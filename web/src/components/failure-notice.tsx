import { type Failure, failureText } from "../forms/failure.ts";
import { common } from "../messages/common.ts";

/** Another try ends alike. */
const final: ReadonlySet<Failure["code"]> = new Set(["forbidden", "not-found"]);

/** Something could not be read: why, the reference to quote, and a way to try again where that can help. */
export function FailureNotice({ failure, retry }: { failure: Failure; retry: () => void }) {
  return (
    <div class="notice notice-warning" role="alert">
      <p>{failureText(failure)}</p>
      {failure.reference && <p class="reference">{common.reference(failure.reference)}</p>}
      {!final.has(failure.code) && (
        <button class="button button-quiet" type="button" onClick={retry}>
          {common.retry}
        </button>
      )}
    </div>
  );
}
