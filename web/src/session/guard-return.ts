/** A page from the back/forward cache, or one that another tab signed out, shows nothing before the server says who is signed in. */
import { wait } from "../api/backoff.ts";
import { sessionLook } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { failureOf } from "../forms/failure.ts";
import { href } from "../language.ts";
import { member } from "../messages/member.ts";
import { conceal, reveal } from "./conceal.ts";
import { leaveForLogin } from "./leave-for-login.ts";
import { onSignedOut } from "./other-tabs.ts";
import { wasSignedOut } from "./sign-out.ts";

/** Asks the server how the session is. @throws Refusal, NoAnswer */
export type Look = () => Promise<void>;

const askAgainMs = 5_000;

function leave(): void {
  conceal();
  location.replace(href("/masuk"));
}

/** When a page comes back from the back/forward cache. */
export function onReturn(): void {
  if (wasSignedOut()) leave();
  else void revealIfAlive(async () => void (await call("GET /api/session", sessionLook)));
}

/** Leaves when another tab signs out, and when the page is shown again after the session's end. @returns how to stop */
export function guardTab(look: Look): () => void {
  const onVisible = () => {
    if (!document.hidden) look().catch(leaveIfEnded);
  };
  document.addEventListener("visibilitychange", onVisible);
  const stopListening = onSignedOut(leave);
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    stopListening();
  };
}

/** Hides the page and asks until there is an answer: it is shown again, or left. */
export async function revealIfAlive(look: Look): Promise<void> {
  conceal();
  for (;;) {
    try {
      await look();
      reveal();
      return;
    } catch (error) {
      // Somebody else: the page is covered by now.
      if (leaveIfEnded(error) || failureOf(error).code === "other-person") return;
      conceal(member.session.unreachable);
      await wait(askAgainMs);
    }
  }
}

function leaveIfEnded(error: unknown): boolean {
  const isEnded = failureOf(error).code === "session-ended";
  if (isEnded) leaveForLogin();
  return isEnded;
}
