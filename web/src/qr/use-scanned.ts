import { useCallback, useEffect, useState } from "preact/hooks";
import type { SessionAnswer } from "#shared/session/login-answers.ts";
import type { QrScanAnswer } from "#shared/session/qr-answers.ts";
import { backoffMs, wait } from "../api/backoff.ts";
import { NoAnswer, Refusal } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { setZone } from "../session/instant.tsx";
import { forgetScannedSecret, isScanned, scannedSecret } from "./scanned-secret.ts";

const pauseMs = 2_000;
/** Of failures in a row, while the computer's answer is waited for. */
const mostFailures = 6;

type Over = Exclude<QrScanAnswer["state"], "shown" | "scanned" | "approved" | "replaced">;

/** A computer that asks, and who is asked. */
export interface Asked {
  readonly scan: QrScanAnswer;
  readonly session: SessionAnswer;
}

/** What this page shows: nothing was scanned, nobody is signed in, the computer to decide about, or what became of it. */
export type ScanView =
  | { readonly kind: "loading" | "nothing" | "signed-out" }
  | { readonly kind: "asking"; readonly secret: string; readonly asked: Asked }
  | { readonly kind: "waiting" }
  | { readonly kind: "over"; readonly why: Over | "scanned-elsewhere"; readonly endsAt?: string }
  | { readonly kind: "failed"; readonly failure: Failure };

/** The phone's side of a login by QR, up to what became of it. */
export function useScanned() {
  const [view, setView] = useState<ScanView>({ kind: "loading" });
  const show = useCallback((next: ScanView) => {
    if (next.kind === "over") forgetScannedSecret();
    setView(next);
  }, []);
  const fail = useCallback((error: unknown) => show(viewOfError(error)), [show]);

  const load = useCallback(() => {
    const secret = scannedSecret();
    if (!secret) return setView({ kind: "nothing" });
    setView({ kind: "loading" });
    ask(secret).then((asked) => show(viewOf(asked.scan, { kind: "asking", secret, asked })), fail);
  }, [show, fail]);
  useEffect(() => {
    load();
    // Another scan that opens in the same tab changes only what stands behind the #.
    const onHash = () => isScanned() && load();
    addEventListener("hashchange", onHash);
    return () => removeEventListener("hashchange", onHash);
  }, [load]);

  const isWaiting = view.kind === "waiting";
  useEffect(() => {
    const secret = isWaiting && scannedSecret();
    if (!secret) return;
    let wanted = true;
    untilOver(secret, () => wanted).then(
      (answer) => wanted && show(viewOf(answer, { kind: "waiting" })),
      (error: unknown) => wanted && fail(error),
    );
    return () => {
      wanted = false;
    };
  }, [isWaiting, show, fail]);

  return { view, load, fail, show };
}

/** @param open what to show while it is neither approved nor over */
function viewOf(scan: QrScanAnswer, open: ScanView): ScanView {
  const why = overOf(scan);
  if (why) return { kind: "over", why, endsAt: scan.endsAt };
  return scan.state === "approved" ? { kind: "waiting" } : open;
}

const overBy: Readonly<Record<string, Extract<ScanView, { kind: "over" }>["why"]>> = {
  "qr-over": "late",
  "qr-scanned": "scanned-elsewhere",
  "qr-number-wrong": "number-wrong",
};

function viewOfError(error: unknown): ScanView {
  const code = error instanceof Refusal ? error.problem.code : "";
  if (code === "session-ended") return { kind: "signed-out" };
  const why = overBy[code];
  return why ? { kind: "over", why } : { kind: "failed", failure: failureOf(error) };
}

const scan = (secret: string) => call("POST /api/account/qr/scan", { body: { secret } });

async function ask(secret: string): Promise<Asked> {
  const session = await call("GET /api/session");
  setZone(session.zone);
  return { session, scan: await scan(secret) };
}

function overOf({ state }: QrScanAnswer): Over | undefined {
  if (state === "replaced") return "late";
  return state === "shown" || state === "scanned" || state === "approved" ? undefined : state;
}

/** Asks until the computer has its session, or its time is up. @throws Refusal, NoAnswer */
async function untilOver(secret: string, isWanted: () => boolean): Promise<QrScanAnswer> {
  let failures = 0;
  for (;;) {
    await wait(failures > 0 ? backoffMs(failures) : pauseMs);
    try {
      const answer = await scan(secret);
      failures = 0;
      if (overOf(answer) || !isWanted()) return answer;
    } catch (error) {
      if (!(error instanceof NoAnswer) || ++failures > mostFailures) throw error;
    }
  }
}
