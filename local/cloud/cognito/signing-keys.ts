import {
  createPrivateKey,
  createPublicKey,
  generateKeyPairSync,
  type JsonWebKey,
  type KeyObject,
  randomUUID,
  sign,
  verify,
} from "node:crypto";
import type { Shelf, Store } from "../kernel/store.ts";

export type Claims = Readonly<Record<string, unknown>>;

interface KeptKey {
  readonly kid: string;
  /** PKCS #8, PEM. */
  readonly privateKey: string;
}

interface SigningKey {
  readonly kid: string;
  readonly privateKey: KeyObject;
  readonly publicKey: KeyObject;
}

/**
 * One RSA key pair per pool, which signs its tokens (JWS RS256) and is published as its JWKS. It is made when
 * it is first needed and stays the same for the pool's life.
 */
export class SigningKeys {
  readonly #kept: Shelf<KeptKey>;
  readonly #read = new Map<string, SigningKey>();

  constructor(store: Store) {
    this.#kept = store.shelf("cognito.signing-keys");
  }

  delete(poolId: string): void {
    this.#kept.delete(poolId);
    this.#read.delete(poolId);
  }

  /** @returns a compact JWS */
  sign(poolId: string, claims: Claims): string {
    const { kid, privateKey } = this.#key(poolId);
    const signed = `${encode({ kid, alg: "RS256" })}.${encode(claims)}`;
    const signature = sign("sha256", Buffer.from(signed), privateKey);
    return `${signed}.${signature.toString("base64url")}`;
  }

  /** @returns the claims, or undefined when the pool has not signed this token; expiry is not looked at */
  verified(poolId: string, token: string): Claims | undefined {
    const [header = "", payload = "", signature = ""] = token.split(".");
    const signed = Buffer.from(`${header}.${payload}`);
    const { publicKey } = this.#key(poolId);
    if (!verify("sha256", signed, publicKey, Buffer.from(signature, "base64url"))) return undefined;
    return decodeClaims(token);
  }

  jwks(poolId: string): { keys: JsonWebKey[] } {
    const { kid, publicKey } = this.#key(poolId);
    const { kty, n, e } = publicKey.export({ format: "jwk" });
    return { keys: [{ alg: "RS256", e, kid, kty, n, use: "sig" } as JsonWebKey] };
  }

  #key(poolId: string): SigningKey {
    const known = this.#read.get(poolId);
    if (known) return known;
    const kept = this.#kept.get(poolId) ?? this.#create(poolId);
    const privateKey = createPrivateKey(kept.privateKey);
    const key = { kid: kept.kid, privateKey, publicKey: createPublicKey(privateKey) };
    this.#read.set(poolId, key);
    return key;
  }

  #create(poolId: string): KeptKey {
    const { privateKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
    const kept = {
      kid: randomUUID(),
      privateKey: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
    };
    this.#kept.set(poolId, kept);
    return kept;
  }
}

/** Reads a token's claims without checking anything; undefined when it is no JWT. */
export function decodeClaims(token: string): Claims | undefined {
  try {
    const claims: unknown = JSON.parse(
      Buffer.from(token.split(".")[1] ?? "", "base64url").toString(),
    );
    return typeof claims === "object" && claims !== null ? (claims as Claims) : undefined;
  } catch {
    return undefined;
  }
}

function encode(document: object): string {
  return Buffer.from(JSON.stringify(document)).toString("base64url");
}
