import type { ContactAnswer } from "#shared/session/contact-answers.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { contact as text } from "../messages/contact.ts";
import { Instant } from "../session/instant.tsx";

/** What waits to become the own address or number, and the way to stop it. @param stop called again after a failure */
export function WaitingChange({
  change: { to, effectiveFrom },
  words,
  stop,
}: {
  change: NonNullable<ContactAnswer["change"]>;
  words: { readonly waits: string; readonly waitsHint: string };
  stop: () => Promise<void>;
}) {
  const { failure, run } = useReading();
  const cancel = () => run(stop);
  return (
    <>
      <p>
        {words.waits}: <strong translate={false}>{to}</strong>
      </p>
      <p>
        {text.waitsFrom}: <Instant at={effectiveFrom} />
      </p>
      <p>{words.waitsHint}</p>
      {failure && <FailureNotice failure={failure} retry={cancel} />}
      <button class="button button-quiet" type="button" onClick={cancel}>
        {text.cancel}
      </button>
    </>
  );
}
