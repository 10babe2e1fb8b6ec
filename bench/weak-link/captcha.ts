import { KMSClient } from "@aws-sdk/client-kms";
import { captchaText } from "#shared/captcha/captcha-text.ts";
import { HmacKey } from "#shared/runtime/hmac-key.ts";
import type { DemoCloud } from "../../local/start/demo-cloud.ts";

/** What a person reads in the image, found as only its key's owner can. @param token of the image's captcha */
export async function textOf({ client, services }: DemoCloud, token: string): Promise<string> {
  const { HMAC_KEY: id = "" } = services.functions.settings();
  const key = await new HmacKey(new KMSClient(client), id).derive("challenge");
  return captchaText(key, token.split(".")[0] ?? "");
}
