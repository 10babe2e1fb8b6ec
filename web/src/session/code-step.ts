/**
 * Whether a login in this browser waits for its code. The step itself is in a cookie that no script reads and every tab sends; a
 * page that was opened without one would show a form that cannot succeed.
 */
import { authChallengeMinutes } from "#shared/session/auth-challenge-life.ts";
import { deviceMemory } from "../storage.ts";

const endsAtKey = "kartu-code-step-ends-at";

/** The password was right a moment ago. */
export function beginCodeStep(): void {
  deviceMemory.write(endsAtKey, String(Date.now() + authChallengeMinutes.code * 60_000));
}

export function endCodeStep(): void {
  deviceMemory.forget(endsAtKey);
}

export function isAtCodeStep(): boolean {
  return Date.now() < Number(deviceMemory.read(endsAtKey) ?? 0);
}
