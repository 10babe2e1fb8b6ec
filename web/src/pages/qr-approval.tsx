import type { ComponentChildren } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { qrApproval as text } from "../messages/qr-approval.ts";
import { ApprovalForm } from "../qr/approval-form.tsx";
import { type ScanView, useScanned } from "../qr/use-scanned.ts";
import { Instant } from "../session/instant.tsx";
import { leaveForLogin } from "../session/leave-for-login.ts";

/** Where a scanned code leads, on a phone: who asks, and whether that computer may come in. */
export function QrApprovalPage() {
  const { view, load, fail, show } = useScanned();
  if (view.kind === "over") return <Over {...view} />;
  if (view.kind === "waiting") return <Waiting />;
  return (
    <div class="fills-screen">
      <div class="narrow panel">
        <Heading>{common.pages.qr}</Heading>
        {view.kind === "loading" && <p role="status">{common.loading}</p>}
        {view.kind === "nothing" && <p>{text.nothing}</p>}
        {view.kind === "signed-out" && <SignedOut />}
        {view.kind === "failed" && <FailureNotice failure={view.failure} retry={load} />}
        {view.kind === "asking" && (
          <ApprovalForm
            {...view}
            onApproved={() => show({ kind: "waiting" })}
            onRefused={() => show({ kind: "over", why: "refused" })}
            onOver={fail}
          />
        )}
      </div>
    </div>
  );
}

function SignedOut() {
  return (
    <>
      <p role="status">{text.signedOut}</p>
      <button class="button" type="button" onClick={leaveForLogin}>
        {text.signIn}
      </button>
    </>
  );
}

/** It has the focus, because the form that had it is gone. */
function Result({ title, children }: { title: string; children: ComponentChildren }) {
  useTitle(title);
  useLayoutEffect(() => document.querySelector("h1")?.focus(), []);
  return (
    <div class="fills-screen">
      <div class="narrow panel">
        <Heading>{title}</Heading>
        {children}
      </div>
    </div>
  );
}

function Waiting() {
  return (
    <Result title={text.approved}>
      <p role="status">{text.waiting}</p>
    </Result>
  );
}

function Over({ why, endsAt }: Extract<ScanView, { kind: "over" }>) {
  const { title, message } = text.over[why];
  return (
    <Result title={title}>
      <p>{message}</p>
      {why === "done" && endsAt && (
        <p>
          {text.doneUntil} <Instant at={endsAt} />.
        </p>
      )}
      <p class="after-form">
        <Onward why={why} />
      </p>
    </Result>
  );
}

/** Where the next step is: another password, the list of devices, or the own card. */
function Onward({ why }: Pick<Extract<ScanView, { kind: "over" }>, "why">) {
  if (why === "refused" || why === "number-wrong")
    return <a href={href("/akun#kata-sandi")}>{text.changePassword}</a>;
  if (why === "done") return <a href={href("/akun")}>{text.toDevices}</a>;
  return <a href={href("/kartu")}>{text.toCard}</a>;
}
