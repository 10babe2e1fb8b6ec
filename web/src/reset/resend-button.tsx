import { useEffect, useState } from "preact/hooks";
import { call } from "../api/client.ts";
import { type Failure, failureOf, failureText } from "../forms/failure.ts";
import { reset as text } from "../messages/reset.ts";
import { session } from "../messages/session.ts";
import { ofThisTab } from "./reset-tab.ts";

/** As long as the server has people wait (shared/session/auth-challenge.ts). */
const waitSeconds = 60;

/** «Kirim ulang kode»: to the same address, a minute after the last. */
export function ResendButton({ email }: { email: string }) {
  const [seconds, setSeconds] = useState(waitSeconds);
  const [sent, setSent] = useState(false);
  const [failure, setFailure] = useState<Failure>();
  const isWaiting = seconds > 0;
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => setSeconds((left) => left - 1), 1000);
    return () => clearInterval(timer);
  }, [isWaiting]);

  const resend = async () => {
    setSeconds(waitSeconds);
    setSent(false);
    setFailure(undefined);
    try {
      await call("POST /api/session/reset/email", { ...ofThisTab(), body: { email } });
      setSent(true);
    } catch (error) {
      setFailure(failureOf(error, { ...session.failures, ...text.failures }));
    }
  };
  return (
    <p class="after-form">
      <button class="button button-quiet" type="button" disabled={isWaiting} onClick={resend}>
        {isWaiting ? text.resendIn(seconds) : text.resend}
      </button>{" "}
      <span role="status">{sent ? text.resent : failure && failureText(failure)}</span>
    </p>
  );
}
