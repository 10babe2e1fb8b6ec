import { deviceOf, makeCode, type SigningKey, stepOf } from "#shared/presence/presence-code.ts";
import type { PublicKey } from "#shared/signed-qr/p256.ts";

/** A phone with a key of its own, made as the page makes it: nobody reads the private half. */
export interface PresencePhone extends PublicKey {
  readonly device: string;
  readonly key: SigningKey;
  /** Its code of a step, or of the one at an instant. */
  readonly codeOf: (step: number | Date) => Promise<string>;
}

export async function presencePhone(): Promise<PresencePhone> {
  const how = { name: "ECDSA", namedCurve: "P-256" };
  const { publicKey, privateKey: key } = await crypto.subtle.generateKey(how, false, ["sign"]);
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", publicKey);
  const device = await deviceOf({ x, y });
  const codeOf = (step: number | Date) =>
    makeCode({ device, key }, typeof step === "number" ? step : stepOf(step.getTime()));
  return { x, y, device, key, codeOf };
}
