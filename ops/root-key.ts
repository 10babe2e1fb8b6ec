/** The key that signs the list of keys. It is a file of an operator's, and no cloud has it. */
import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type KeyObject,
} from "node:crypto";
import { readFileSync, writeFileSync } from "node:fs";
import * as z from "zod";
import type { PublicKey } from "#shared/signed-qr/p256.ts";
import { UsageError } from "./command.ts";

const point = z.object({ x: z.string(), y: z.string() });

/** The public half of a key of P-256, as verifiers have the root's. */
export function publicHalf(key: KeyObject): PublicKey {
  return point.parse(createPublicKey(key).export({ format: "jwk" }));
}

/** Only its owner may read the file. @throws UsageError when it is there already: it may be the only copy of another key */
export function makeRoot(file: string): KeyObject {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const pem = privateKey.export({ type: "pkcs8", format: "pem" });
  try {
    writeFileSync(file, pem, { flag: "wx", mode: 0o600 });
  } catch {
    throw new UsageError(`${file} tidak dapat dibuat, atau sudah ada.`);
  }
  return privateKey;
}

export function readRoot(file: string): KeyObject {
  try {
    return createPrivateKey(readFileSync(file));
  } catch {
    throw new UsageError(`${file} bukan kunci akar yang dibuat kartu kunci-kartu akar.`);
  }
}
