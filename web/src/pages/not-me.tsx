import type { ComponentChildren } from "preact";
import { useCallback, useLayoutEffect, useState } from "preact/hooks";
import { usualZone } from "#shared/runtime/zone.ts";
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
  const [done, setDone] = useState<Purpose>();
  if (done) return <DonePanel purpose={done} />;
  if (link === "expired") return <EndPanel title={text.expired} message={text.expiredText} />;
  if (link?.state === "used") return <EndPanel title={text.used} message={text.usedText} />;
  const isLate = link?.state === "late";
  return (
    <div class="narrow panel fills-screen">
      <Heading>{isLate ? text.lateTitle : text.title}</Heading>
      {link && (
        <UseForm key={link.state} link={link} onDone={setDone} onEnd={(end) => replace(end)} />
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
    if (isRefused(error, "link-expired")) return "expired";
    throw error;
  }
}

const isRefused = (error: unknown, code: "link-expired" | "nothing-to-cancel"): boolean =>
  error instanceof Refusal && error.problem.code === code;

type Purpose = LinkAnswer["purpose"];

interface UseFormProps {
  readonly link: LinkAnswer;
  readonly onDone: (done: Purpose) => void;
  readonly onEnd: (end: LinkAnswer | "expired") => void;
}

/** What the link does, and its button. Where a link that cancels came too late, the button freezes the account. */
function UseForm({ link, onDone, onEnd }: UseFormProps) {
  const { purpose, about, state } = link;
  const late = state === "late" && purpose !== "freeze" ? text.late[purpose] : undefined;
  const does = late ? "freeze" : purpose;
  const [failure, setFailure] = useState<Failure>();
  const [isBusy, setBusy] = useState(false);
  useTitle(late ? text.lateTitle : text.title, failure !== undefined);
  useLayoutEffect(() => focusTitleIf(late !== undefined), [late]);
  const use = async () => {
    setBusy(true);
    setFailure(undefined);
    const secret = linkSecret() ?? "";
    try {
      const body = late ? ({ secret, freezes: true } as const) : { secret };
      await call("POST /api/account/link", { body });
      onDone(does);
    } catch (error) {
      if (isRefused(error, "link-expired")) onEnd("expired");
      else if (isRefused(error, "nothing-to-cancel")) onEnd({ ...link, state: "late" });
      else setFailure(failureOf(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <>
      <p class="lead">{text.lead(instantText(about, usualZone))}</p>
      {late && <p role="status">{late}</p>}
      <Effects purpose={does} />
      {failure ? (
        <FailureNotice failure={failure} retry={use} />
      ) : (
        <button class="button button-danger" type="button" disabled={isBusy} onClick={use}>
          {text.purposes[does].submit}
        </button>
      )}
      <p class="after-form hint">{text.safe}</p>
    </>
  );
}

function Effects({ purpose }: { readonly purpose: Purpose }) {
  const words = text.purposes[purpose];
  return (
    <>
      <p>
        <strong>{words.ask}</strong>
      </p>
      <ul>
        {words.effects.map((effect) => (
          <li key={effect}>{effect}</li>
        ))}
      </ul>
      <p>{text.wasMe}</p>
    </>
  );
}

function DonePanel({ purpose }: { readonly purpose: Purpose }) {
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

/** What had the focus is gone. */
function focusTitleIf(isGone: boolean): void {
  if (isGone) document.querySelector("h1")?.focus();
}

function Panel({ title, children }: { title: string; children: ComponentChildren }) {
  useTitle(title);
  useLayoutEffect(() => focusTitleIf(true), []);
  return (
    <div class="narrow panel">
      <Heading>{title}</Heading>
      {children}
    </div>
  );
}
