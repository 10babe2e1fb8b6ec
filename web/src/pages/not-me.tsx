import type { ComponentChildren } from "preact";
import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import type { LinkAnswer } from "#shared/session/link-messages.ts";
import { call, Refusal } from "../api/client.ts";
import { instantText } from "../clock-text.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { linkSecret } from "../link/link-secret.ts";
import { common } from "../messages/common.ts";
import { notMe as text } from "../messages/not-me.ts";

/** «Bukan saya»: where a mail's link leads. Opening it does nothing; its button freezes the account, or cancels what officers asked for. */
export function NotMePage() {
  const { data: link, failure, reload, replace } = useLoad(useCallback(lookAtLink, []));
  const [isDone, setDone] = useState(false);
  if (isDone && link && link !== "expired") return <DonePanel {...link} />;
  if (link === "expired") return <EndPanel title={text.expired} message={text.expiredText} />;
  if (link?.used) return <EndPanel title={text.used} message={text.usedText} />;
  return (
    <div class="narrow panel fills-screen">
      <Heading>{common.pages.notMe}</Heading>
      {link && (
        <UseForm {...link} onEnd={(end) => (end === "done" ? setDone(true) : replace(end))} />
      )}
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!link && !failure && <p role="status">{common.loading}</p>}
    </div>
  );
}

async function lookAtLink(): Promise<LinkAnswer | "expired"> {
  const secret = linkSecret();
  if (!secret) return "expired";
  try {
    return await call("POST /api/account/link/look", { body: { secret }, readsOnly: true });
  } catch (error) {
    if (isExpired(error)) return "expired";
    throw error;
  }
}

const isExpired = (error: unknown): boolean =>
  error instanceof Refusal && error.problem.code === "link-expired";

type Link = Pick<LinkAnswer, "purpose" | "about">;

/** Long: markup, in the order of the page. */
function UseForm({
  purpose,
  about,
  onEnd,
}: Link & { readonly onEnd: (end: "done" | "expired") => void }) {
  const words = text.purposes[purpose];
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  useTitle(common.pages.notMe, failure !== undefined);
  const use = async () => {
    setBusy(true);
    setFailure(undefined);
    try {
      await call("POST /api/account/link", { body: { secret: linkSecret() ?? "" } });
      onEnd("done");
    } catch (error) {
      if (isExpired(error)) onEnd("expired");
      else setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p class="lead">{text.lead(instantText(about))}</p>
      <p>
        <strong>{words.ask}</strong>
      </p>
      <ul>
        {words.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <p>{text.wasMe}</p>
      {failure ? (
        <FailureNotice failure={failure} retry={use} />
      ) : (
        <button class="button button-danger" type="button" disabled={isBusy} onClick={use}>
          {words.submit}
        </button>
      )}
      <p class="after-form hint">{text.safe}</p>
    </>
  );
}

function DonePanel({ purpose }: Link) {
  const { done, doneText, steps } = text.purposes[purpose];
  return (
    <Panel title={done}>
      <p role="status">{doneText}</p>
      <ol>
        {steps.map((step) => (
          <li key={step}>{step}</li>
        ))}
      </ol>
    </Panel>
  );
}

function EndPanel({ title, message }: { title: string; message: string }) {
  return (
    <Panel title={title}>
      <p role="status">{message}</p>
    </Panel>
  );
}

function Panel({ title, children }: { title: string; children: ComponentChildren }) {
  useTitle(title);
  // What had the focus is gone.
  useLayoutEffect(() => document.querySelector("h1")?.focus(), []);
  return (
    <div class="narrow panel">
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}
