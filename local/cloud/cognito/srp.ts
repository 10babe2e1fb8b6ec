/**
 * Secure Remote Password as Cognito speaks it: SRP-6a (RFC 5054) over the 3072-bit group of RFC 3526, SHA-256,
 * and numbers written as Java's BigInteger writes them. The client's side is amazon-cognito-identity-js.
 */
import {
  constants,
  createHash,
  createHmac,
  createPublicKey,
  getDiffieHellman,
  hkdfSync,
  publicEncrypt,
  randomBytes,
} from "node:crypto";

const primeBytes = getDiffieHellman("modp15").getPrime();
const groupModulus = toBigInt(primeBytes);
const g = 2n;
const k = toBigInt(sha256(toBytes(groupModulus), toBytes(g)));

/** The server's half of one exchange; all numbers in hex. */
export interface SrpExchange {
  /** The client's public number. */
  readonly A: string;
  /** The server's private and public number. */
  readonly b: string;
  readonly B: string;
  readonly verifier: string;
}

/**
 * What is stored of a password: g^x mod N. A sign-in with the password computes it again.
 * @param poolName what follows the "_" of the pool's id
 * @param salt in hex
 * @returns in hex
 */
export function passwordVerifier(
  poolName: string,
  username: string,
  password: string,
  salt: string,
): string {
  const identity = sha256(`${poolName}${username}:${password}`);
  const x = toBigInt(sha256(toBytes(BigInt(`0x${salt}`)), identity));
  return modPow(g, x).toString(16);
}

/** @returns undefined when the client's number would reveal the key (A mod N = 0) or is no number */
export function beginExchange(A: string, verifier: string): SrpExchange | undefined {
  if (!/^[0-9a-f]{1,768}$/i.test(A) || BigInt(`0x${A}`) % groupModulus === 0n) return undefined;
  const b = toBigInt(randomBytes(32));
  const B = (k * BigInt(`0x${verifier}`) + modPow(g, b)) % groupModulus;
  return { A, b: b.toString(16), B: B.toString(16), verifier };
}

/**
 * The signature a client that knows the password makes.
 * @param secretBlock base64, as it was sent
 * @returns base64
 */
export function expectedSignature(
  exchange: SrpExchange,
  claim: { poolName: string; username: string; secretBlock: string; timestamp: string },
): string {
  const [A, b, B, verifier] = [exchange.A, exchange.b, exchange.B, exchange.verifier].map((hex) =>
    BigInt(`0x${hex}`),
  ) as [bigint, bigint, bigint, bigint];
  const u = toBigInt(sha256(toBytes(A), toBytes(B)));
  const secret = modPow((A * modPow(verifier, u)) % groupModulus, b);
  const key = hkdfSync("sha256", toBytes(secret), toBytes(u), "Caldera Derived Key", 16);
  return createHmac("sha256", Buffer.from(key))
    .update(claim.poolName)
    .update(claim.username)
    .update(Buffer.from(claim.secretBlock, "base64"))
    .update(claim.timestamp)
    .digest("base64");
}

/**
 * base^exponent mod N. Raw RSA is just this, for any modulus and exponent, so OpenSSL does it in 1 ms;
 * createDiffieHellman would first prove for two seconds that N is prime.
 */
function modPow(base: bigint, exponent: bigint): bigint {
  const modulus = primeBytes.toString("base64url");
  const key = createPublicKey({
    format: "jwk",
    key: { kty: "RSA", n: modulus, e: toBytes(exponent).toString("base64url") },
  });
  const block = Buffer.from(base.toString(16).padStart(primeBytes.length * 2, "0"), "hex");
  return toBigInt(publicEncrypt({ key, padding: constants.RSA_NO_PADDING }, block));
}

function sha256(...parts: (Buffer | string)[]): Buffer {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest();
}

/** Two's complement, so a leading zero byte where the first bit would be a sign. */
function toBytes(value: bigint): Buffer {
  const hex = value.toString(16);
  const even = hex.padStart(hex.length + (hex.length % 2), "0");
  return Buffer.from(/^[89a-f]/.test(even) ? `00${even}` : even, "hex");
}

function toBigInt(bytes: Buffer): bigint {
  return BigInt(`0x${bytes.toString("hex")}`);
}
