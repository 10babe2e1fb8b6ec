import type { Cloud } from "../../local/cloud/cloud.ts";
import { stepAt, stepMillis, totpCode } from "../../local/cloud/cognito/totp.ts";

/** @returns a code that was not used yet; for that the cloud's time may move */
export function nextCodeOf({ clock, services }: Cloud, nip: string): string {
  const token = services.cognito.softwareTokens().find(({ username }) => username === nip);
  if (!token) throw new Error("Nobody has registered this authenticator.");
  const { secret, lastStep } = token;
  // No further than it must: meanwhile a code of somebody else may be on its way. A cloud that was started again has lost its moves, so
  // the last code can lie more than one step ahead.
  while (stepAt(clock.millis()) <= lastStep) clock.advance(stepMillis);
  return totpCode(secret, clock.millis());
}
