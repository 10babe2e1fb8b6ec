import type { Cloud } from "../../local/cloud/cloud.ts";
import { stepAt, stepMillis, totpCode } from "../../local/cloud/cognito/totp.ts";

/**
 * The newest step of which each authenticator's code was given out, by key. A code that approved a computer is used up for a login
 * too, which Cognito does not know.
 */
const given = new Map<string, number>();

/** @returns a code that was not given out yet, nor used; for that the cloud's time may move */
export function nextCodeOf({ clock, services }: Cloud, nip: string): string {
  const token = services.cognito.softwareTokens().find(({ username }) => username === nip);
  if (!token) throw new Error("Nobody has registered this authenticator.");
  const { secret, lastStep } = token;
  const last = Math.max(lastStep, given.get(secret) ?? 0);
  // No further than it must: meanwhile a code of somebody else may be on its way. A cloud that was started again has lost its moves, so
  // the last code can lie more than one step ahead.
  while (stepAt(clock.millis()) <= last) clock.advance(stepMillis);
  given.set(secret, stepAt(clock.millis()));
  return totpCode(secret, clock.millis());
}
