import { createECDH, createHash, createPrivateKey, type KeyObject } from "node:crypto";
import type { PublicKey } from "#shared/signed-qr/p256.ts";

/**
 * The root key of the embedded cloud's cards: the same on every machine, because the pages that are built before the first start have to
 * name it, and everybody can make it. It is worth nothing anywhere else: on AWS no machine that serves anything has a root key.
 */
export function demoRoot(): { readonly privateKey: KeyObject; readonly publicKey: PublicKey } {
  const ecdh = createECDH("prime256v1");
  const d = createHash("sha256").update("Kartu ASN Virtual: root key of the demo").digest();
  ecdh.setPrivateKey(d);
  const point = ecdh.getPublicKey();
  const text = (bytes: Uint8Array) => Buffer.from(bytes).toString("base64url");
  const [x, y] = [text(point.subarray(1, 33)), text(point.subarray(33))];
  const key = { kty: "EC", crv: "P-256", d: text(d), x, y };
  return { privateKey: createPrivateKey({ key, format: "jwk" }), publicKey: { x, y } };
}
