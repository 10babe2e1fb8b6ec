import { delay as text } from "../messages/delay.ts";
import type { LoginDelay } from "./with-work.ts";

/** Why a form with a password waits. Shares in tens, so that a screen reader is not flooded. */
export function DelayText({ delay }: { delay: LoginDelay }) {
  return delay.kind === "work"
    ? text.checking(Math.floor(delay.share * 10) * 10)
    : text.waiting(delay.seconds);
}
