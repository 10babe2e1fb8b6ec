/**
 * What is kept of a password: the verifier of SRP-6a (RFC 5054) over the 3072-bit group of RFC 3526, with SHA-256, as Cognito
 * keeps it. The exchange itself is not here: no client signs in by it.
 */
import {
  constants,
  createHash,
  createPublicKey,
  getDiffieHellman,
  publicEncrypt,
} from "node:crypto";

const prime = getDiffieHellman("modp15").getPrime();
const g = 2n;

/**
 * What is kept of a password: g^x mod N.
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

/**
 * base^exponent mod N. Raw RSA is just this, for any modulus and exponent, so OpenSSL does it in 1 ms;
 * createDiffieHellman would first prove for two seconds that N is prime.
 */
function modPow(base: bigint, exponent: bigint): bigint {
  const modulus = prime.toString("base64url");
  const key = createPublicKey({
    format: "jwk",
    key: { kty: "RSA", n: modulus, e: toBytes(exponent).toString("base64url") },
  });
  const block = Buffer.from(base.toString(16).padStart(prime.length * 2, "0"), "hex");
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
