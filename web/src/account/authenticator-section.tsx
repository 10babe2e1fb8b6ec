import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import type { AuthenticatorAnswer } from "#shared/session/account-answers.ts";
import { call } from "../api/member-client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { useReading } from "../components/use-reading.ts";
import { href } from "../language.ts";
import { authenticator as text } from "../messages/authenticator.ts";
import { Instant } from "../session/instant.tsx";
import { recovered } from "../session/leave-for-login.ts";
import { IdentityForm } from "./identity-form.tsx";
import { RecoveryCodes } from "./recovery-codes.tsx";

type Step = "codes" | "replace";

/** From so many recovery codes on the page asks for new ones. */
const few = 3;

/** The own authenticator: since when, how many recovery codes are left; new codes, or another phone. */
export function AuthenticatorSection({ first }: { first: AuthenticatorAnswer }) {
  const [now, setNow] = useState(first);
  const [step, setStep] = useState<Step>();
  const [codes, setCodes] = useState<readonly string[]>();
  const title = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => {
    // What had the focus is gone.
    if (step) title.current?.focus();
  }, [step, codes]);
  const begin = (next: Step) => {
    if (codes) setNow({ ...now, recoveryCodesLeft: codes.length });
    setCodes(undefined);
    setStep(next);
  };
  const left = codes ? codes.length : now.recoveryCodesLeft;
  return (
    <section class={`panel ${codes ? "with-codes" : ""}`} aria-labelledby="authenticator-title">
      <h2 id="authenticator-title" tabIndex={-1} ref={title}>
        {text.title}
      </h2>
      {now.registeredAt && (
        <p>
          {text.since} <Instant at={now.registeredAt} />
          {now.deviceName && ` (${now.deviceName})`}
        </p>
      )}
      <PendingReset reset={now.mfaReset} tell={setNow} />
      <p class={left <= few ? "notice notice-warning" : undefined}>
        {text.left(left)} {left <= few && text.few}
      </p>
      {codes && <RecoveryCodes codes={codes} />}
      {step && !codes && <ConfirmForm step={step} onCodes={setCodes} />}
      {(!step || codes) && <Ways begin={begin} />}
    </section>
  );
}

/** What the holder may begin here, also right after new codes. */
function Ways({ begin }: { begin: (step: Step) => void }) {
  return (
    <p class="button-row screen-only">
      <button class="button button-quiet" type="button" onClick={() => begin("codes")}>
        {text.codes}
      </button>
      <button class="button button-quiet" type="button" onClick={() => begin("replace")}>
        {text.replace}
      </button>
    </p>
  );
}

interface PendingResetProps {
  readonly reset: AuthenticatorAnswer["mfaReset"];
  readonly tell: (now: AuthenticatorAnswer) => void;
}

/** Officers asked for a reset: the holder stops it here, or reads that it was stopped. */
function PendingReset({ reset, tell }: PendingResetProps) {
  const [isCancelled, setCancelled] = useState(false);
  const done = useRef<HTMLParagraphElement>(null);
  const { failure, run } = useReading();
  const cancel = () =>
    run(async () => {
      tell(await call("POST /api/account/mfa-reset/cancel"));
      setCancelled(true);
    });
  useEffect(() => done.current?.focus(), [isCancelled]);
  if (isCancelled && !reset)
    return (
      <p class="notice notice-good" tabIndex={-1} ref={done}>
        {text.reset.cancelled}
      </p>
    );
  if (!reset) return null;
  return (
    <>
      <p class="notice notice-warning">
        {reset.effectiveFrom ? text.reset.approved : text.reset.asked}
        {reset.effectiveFrom && (
          <>
            {" "}
            <Instant at={reset.effectiveFrom} />.
          </>
        )}
      </p>
      {failure && <FailureNotice failure={failure} retry={cancel} />}
      <p>
        <button class="button button-quiet" type="button" onClick={cancel}>
          {text.reset.cancel}
        </button>
      </p>
    </>
  );
}

function ConfirmForm({
  step,
  onCodes,
}: {
  step: Step;
  onCodes: (codes: readonly string[]) => void;
}) {
  return (
    <IdentityForm
      about="authenticator"
      submit={step === "codes" ? text.codes : text.replace}
      {...(step === "replace" && { look: "button button-danger" as const })}
      send={async (body) => {
        if (step === "codes")
          return onCodes((await call("POST /api/account/recovery-codes", { body })).recoveryCodes);
        await call("POST /api/account/authenticator/replace", { body });
        location.replace(`${href("/masuk")}#${recovered}`);
      }}
    >
      <p>{step === "codes" ? text.codesText : text.replaceText}</p>
    </IdentityForm>
  );
}
