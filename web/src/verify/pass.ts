/** The pass of the last answer, kept by this tab: the next check needs no captcha (shared/captcha/pass.ts). */
import type { VerifyAnswer } from "#shared/verification/verify-answer.ts";
import { tabMemory } from "../storage.ts";

const key = "kartu.pass";

/** Keeps it in place of the one before, which is used. */
export function keepPass(pass: VerifyAnswer["pass"]): void {
  if (pass) tabMemory.write(key, `${pass.endsAt} ${pass.token}`);
  else tabMemory.forget(key);
}

/** @returns undefined when there is none that still counts */
export function keptPass(): string | undefined {
  const [endsAt = "", token] = (tabMemory.read(key) ?? "").split(" ");
  return Date.parse(endsAt) > Date.now() ? token : undefined;
}
