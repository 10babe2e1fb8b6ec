import { type Failure, failureText } from "../forms/failure.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { download as text } from "../messages/download.ts";

/** Says that a file was not downloaded, and why. */
export function DownloadFailure({ failure }: { failure: Failure | undefined }) {
  if (!failure) return null;
  const { code, reference } = failure;
  return (
    <div class="notice notice-warning" role="alert">
      <p>
        {text.notDownloaded}{" "}
        {code === "no-answer" ? text.notDownloadedOffline : failureText(failure)}
      </p>
      {reference && <p class="reference">{common.reference(reference)}</p>}
      {code === "session-ended" && (
        <p>
          <a href={href("/masuk")} target="_blank" rel="noopener">
            {text.loginInNewTabLink}
          </a>
        </p>
      )}
    </div>
  );
}
