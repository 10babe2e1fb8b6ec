/** A page that the browser kept, or that another tab signed out of, shows nothing before the server says who is there. */
import { wait } from "../api/backoff.ts";
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

/** @returns stops guarding */
export function guardReturn(look: Look): () => void {
  const leave = () => {
    conceal();
    location.replace(href("/masuk"));
  };
  // Hidden before it is kept, so that not even its first picture shows when it comes back.
  const onHide = ({ persisted }: PageTransitionEvent) => persisted && conceal();
  const onShow = ({ persisted }: PageTransitionEvent) => {
    if (!persisted) return;
    if (wasSignedOut()) leave();
    else void revealIfAlive(look);
  };
  const onVisible = () => {
    if (!document.hidden) look().catch(leaveIfEnded);
  };
  addEventListener("pagehide", onHide);
  addEventListener("pageshow", onShow);
  document.addEventListener("visibilitychange", onVisible);
  const stopListening = onSignedOut(leave);
  return () => {
    removeEventListener("pagehide", onHide);
    removeEventListener("pageshow", onShow);
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
