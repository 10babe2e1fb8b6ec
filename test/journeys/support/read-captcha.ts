import { KMSClient } from "@aws-sdk/client-kms";
import { captchaText } from "#shared/captcha/captcha-text.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import type { Cloud } from "../../../local/cloud/cloud.ts";

/** What a person reads in a captcha's image, found as only its key's owner can. @param token the captcha's */
export async function readCaptcha(
  { client, services }: Cloud,
  token: string | null,
): Promise<string> {
  const { HMAC_KEY: id = "" } = services.functions.settings();
  const key = await new HmacKey(new KMSClient(client), id).derive("challenge");
  return captchaText(key, token?.split(".")[0] ?? "");
}
