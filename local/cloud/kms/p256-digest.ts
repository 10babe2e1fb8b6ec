/**
 * ECDSA on P-256 over a digest that is already made (KMS's MessageType DIGEST): node:crypto always hashes first.
 * FIPS 186-5, section 6.4. For the embedded cloud only: BigInt arithmetic does not run in constant time.
 */
import { createECDH, type KeyObject, randomBytes } from "node:crypto";

const field = 0xffffffff00000001000000000000000000000000ffffffffffffffffffffffffn;
const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

interface Point {
  readonly x: bigint;
  readonly y: bigint;
}

/** @param digest 32 bytes. @returns the signature in DER. */
export function signDigest(privateKey: KeyObject, digest: Buffer): Buffer {
  const secret = toInteger(Buffer.from(privateKey.export({ format: "jwk" }).d ?? "", "base64url"));
  const nonce = (toInteger(randomBytes(40)) % (order - 1n)) + 1n;
  const r = timesBase(nonce).x % order;
  const s = modulo(inverse(nonce, order) * (toInteger(digest) + r * secret), order);
  return encodeDer(r, s);
}

/** @param signature in DER. @returns false also for what is no signature at all. */
export function verifyDigest(publicKey: KeyObject, digest: Buffer, signature: Buffer): boolean {
  const [r, s] = decodeDer(signature) ?? [0n, 0n];
  if (r < 1n || r >= order || s < 1n || s >= order) return false;
  const { x = "", y = "" } = publicKey.export({ format: "jwk" });
  const q = {
    x: toInteger(Buffer.from(x, "base64url")),
    y: toInteger(Buffer.from(y, "base64url")),
  };
  const w = inverse(s, order);
  const u1 = (toInteger(digest) * w) % order;
  const sum = add(u1 === 0n ? undefined : timesBase(u1), times((r * w) % order, q));
  return sum !== undefined && sum.x % order === r;
}

function timesBase(scalar: bigint): Point {
  const ecdh = createECDH("prime256v1");
  ecdh.setPrivateKey(toBytes(scalar));
  const point = ecdh.getPublicKey();
  return { x: toInteger(point.subarray(1, 33)), y: toInteger(point.subarray(33)) };
}

/** Double and add; undefined stands for the point at infinity. */
function times(scalar: bigint, point: Point): Point | undefined {
  let sum: Point | undefined;
  for (const bit of scalar.toString(2)) {
    sum = add(sum, sum);
    if (bit === "1") sum = add(sum, point);
  }
  return sum;
}

function add(p: Point | undefined, q: Point | undefined): Point | undefined {
  if (!p || !q) return p ?? q;
  if (p.x === q.x && p.y !== q.y) return undefined;
  // The curve is y² = x³ − 3x + b, so the tangent's slope is (3x² − 3) / 2y.
  const slope =
    p.x === q.x
      ? (3n * p.x * p.x - 3n) * inverse(2n * p.y, field)
      : (q.y - p.y) * inverse(modulo(q.x - p.x, field), field);
  const x = modulo(slope * slope - p.x - q.x, field);
  return { x, y: modulo(slope * (p.x - x) - p.y, field) };
}

function modulo(value: bigint, modulus: bigint): bigint {
  const rest = value % modulus;
  return rest < 0n ? rest + modulus : rest;
}

/** Extended Euclid. */
function inverse(value: bigint, modulus: bigint): bigint {
  let [a, b, x, y] = [modulo(value, modulus), modulus, 1n, 0n];
  while (b > 0n) {
    const quotient = a / b;
    [a, b] = [b, a % b];
    [x, y] = [y, x - quotient * y];
  }
  return modulo(x, modulus);
}

/** SEQUENCE { INTEGER r, INTEGER s } */
function encodeDer(r: bigint, s: bigint): Buffer {
  const integers = [r, s].flatMap((value) => {
    const bytes = toBytes(value);
    const from = bytes.findIndex((byte) => byte > 0);
    // A leading zero keeps the sign bit free.
    const content = [...((bytes[from] ?? 0) > 0x7f ? [0] : []), ...bytes.subarray(from)];
    return [0x02, content.length, ...content];
  });
  return Buffer.from([0x30, integers.length, ...integers]);
}

/** Only what encodes back to the same bytes is DER. */
function decodeDer(signature: Buffer): [bigint, bigint] | undefined {
  const middle = 4 + (signature[3] ?? 0);
  const r = toInteger(signature.subarray(4, middle));
  const s = toInteger(signature.subarray(middle + 2));
  const fits = r > 0n && s > 0n && r < order && s < order;
  return fits && encodeDer(r, s).equals(signature) ? [r, s] : undefined;
}

function toInteger(bytes: Buffer): bigint {
  return BigInt(`0x0${bytes.toString("hex")}`);
}

function toBytes(value: bigint): Buffer {
  return Buffer.from(value.toString(16).padStart(64, "0"), "hex");
}
