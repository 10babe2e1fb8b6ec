import { toHex } from "./bytes.ts";

/** A public key of P-256. */
export interface PublicKey {
  /** Both as a JWK has them (RFC 7518 §6.2.1): 32 bytes as base64url. */
  readonly x: string;
  readonly y: string;
}

/** Names a key: the first 2 bytes of its JWK thumbprint (RFC 7638 §3) as hex digits. A list names no two keys alike. */
export async function kidOf({ x, y }: PublicKey): Promise<string> {
  const text = JSON.stringify({ crv: "P-256", kty: "EC", x, y });
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(text));
  return toHex(new Uint8Array(digest).subarray(0, 2));
}

/** Whether it is a point of P-256. */
export async function isPublicKey(key: PublicKey): Promise<boolean> {
  return (await imported(key)) !== undefined;
}

/** Whether a key made a signature. @returns false, too, when the key is no point of P-256 */
export async function verifies(
  { x, y }: PublicKey,
  signature: Uint8Array,
  text: Uint8Array,
): Promise<boolean> {
  const key = await imported({ x, y });
  const how = { name: "ECDSA", hash: "SHA-256" };
  return (
    key !== undefined &&
    (await crypto.subtle.verify(how, key, new Uint8Array(signature), new Uint8Array(text)))
  );
}

async function imported({ x, y }: PublicKey) {
  const jwk = { kty: "EC", crv: "P-256", x, y };
  const how = { name: "ECDSA", namedCurve: "P-256" };
  try {
    return await crypto.subtle.importKey("jwk", jwk, how, false, ["verify"]);
  } catch {
    // «DataError»: no point of the curve (W3C Web Cryptography API, ECDSA, «Import Key»).
    return undefined;
  }
}
