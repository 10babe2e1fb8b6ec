import type { Clock } from "#shared/runtime/clock.ts";
import { InvalidInput } from "#shared/runtime/errors.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { captchaText } from "./captcha-text.ts";
import { type ChallengeBinding, openChallenge } from "./challenge-token.ts";
import { type SpokenLanguage, speakCaptcha } from "./speak-captcha.ts";

interface Asked {
  /** Of a captcha's image. */
  readonly token: string;
  readonly language: SpokenLanguage;
}

/**
 * Reads a captcha out to who does not see its image. It has the image's text and token, so one answer uses both up. Nothing is read or written.
 * @returns a WAV file of at most 40 KB, the same each time
 * @throws InvalidInput `captcha-refused` on "captcha": over, invented, and from another network or purpose are alike
 */
export async function readCaptcha(
  { hmacKey, clock }: { readonly hmacKey: Pick<DerivedKeys, "derive">; readonly clock: Clock },
  binding: ChallengeBinding,
  { token, language }: Asked,
): Promise<Buffer> {
  const key = await hmacKey.derive("challenge");
  const [id = ""] = token.split(".");
  const text = captchaText(key, id);
  const challenge = openChallenge(key, binding, { token, kind: "text", hidden: text }, clock.now());
  if (!challenge) throw new InvalidInput({ field: "captcha", code: "captcha-refused" });
  return speakCaptcha(key, { text, language, id });
}
