/**
 * Reads signed codes as docs/qr-payload.md describes them, with nothing but Node: no package, and no line of the product.
 *
 *   node docs/qr-payload.mjs                      every vector of docs/qr-payload.json
 *   node docs/qr-payload.mjs TEXT LIST ROOT       one code, by a key list (a file) and the root key (a file: {"x", "y"})
 */
import { isUtf8 } from "node:buffer";
import { createPublicKey, verify } from "node:crypto";
import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";

const order = 0xffffffff00000000ffffffffffffffffbce6faada7179e84f3b9cac2fc632551n;

class Refused extends Error {}
const refuse = (code) => {
  throw new Refused(code);
};

/** An item's type and number (RFC 8949 §3). @param once whether the number must be in its shortest form */
function head(bytes, start, once) {
  const [type, short] = [bytes[start] >> 5, bytes[start] & 31];
  const size = { 24: 1, 25: 2, 26: 4, 27: 8 }[short] ?? 0;
  const at = start + 1 + size;
  if (at > bytes.length) refuse("truncated");
  if (short > 27) refuse(short === 31 && (type === 4 || type === 5) ? "re-encoded" : "damaged");
  if (size === 0) return { type, short, value: BigInt(short), at };
  const value = BigInt(`0x${bytes.subarray(start + 1, at).toString("hex")}`);
  const isShortest = value >= { 1: 24n, 2: 1n << 8n, 4: 1n << 16n, 8: 1n << 32n }[size];
  return isShortest || !once ? { type, short, value, at } : refuse("re-encoded");
}

/** One item; only what a code may have. */
function item(bytes, start, once) {
  const { type, short, value, at } = head(bytes, start, once);
  if (type < 2) return { value: type === 0 ? value : -1n - value, end: at };
  if (type === 2 || type === 3) {
    const text = bytes.subarray(at, at + Number(value));
    if (BigInt(text.length) !== value) refuse("truncated");
    return { value: type === 2 ? text : utf8(text), end: at + text.length };
  }
  if (type === 4 || type === 5) return (type === 4 ? list : map)(bytes, at, Number(value), once);
  return type === 7 && short >> 1 === 10 ? { value: short === 21, end: at } : refuse("damaged");
}

function list(bytes, start, count, once) {
  const items = [];
  let next = { end: start };
  for (; items.length < count; items.push(next.value)) next = item(bytes, next.end, once);
  return { value: items, end: next.end };
}

/** Its keys in the order of their bytes, none twice (RFC 8949 §4.2.1). */
function map(bytes, start, count, once) {
  const { value: items, end } = list(bytes, start, 2 * count, once);
  let [at, before] = [start, Buffer.alloc(0)];
  const found = new Map();
  for (let index = 0; index < 2 * count; index += 2) {
    const keyEnd = item(bytes, at, once).end;
    const key = bytes.subarray(at, keyEnd);
    if (once && Buffer.compare(before, key) >= 0) refuse("re-encoded");
    [at, before] = [item(bytes, keyEnd, once).end, key];
    found.set(items[index], items[index + 1]);
  }
  return { value: found, end };
}

const utf8 = (bytes) => (isUtf8(bytes) ? bytes.toString() : refuse("damaged"));
/** First whether it is whole, then whether it is in the one form that we write: so each code has one refusal. */
const cbor = (bytes) => {
  const { end } = item(bytes, 0, false);
  return end === bytes.length ? item(bytes, 0, true).value : refuse("re-encoded");
};

/** Of what is signed nothing else is asked. */
const signedCbor = (bytes) => {
  const said = outcome(() => cbor(bytes));
  return typeof said === "string" ? refuse("damaged") : said;
};

function bytesOf(digits) {
  const length = Math.floor(digits.length / (8 * Math.log10(2)));
  const number = BigInt(digits);
  if (Math.ceil(length * 8 * Math.log10(2)) !== digits.length) refuse("damaged");
  if (number >= 1n << BigInt(8 * length)) refuse("damaged");
  return Buffer.from(number.toString(16).padStart(2 * length, "0"), "hex");
}

/** A byte string with its head, RFC 8949 §3. Ours are shorter than 65,536 bytes. */
function string(bytes) {
  const { length } = bytes;
  const long = length < 256 ? [0x58, length] : [0x59, length >> 8, length & 255];
  return Buffer.concat([Buffer.from(length < 24 ? [0x40 + length] : long), bytes]);
}

const isLow = (signature) => BigInt(`0x${signature.subarray(32).toString("hex")}`) <= order / 2n;

function verifies({ x, y }, text, signature) {
  const key = createPublicKey({ key: { kty: "EC", crv: "P-256", x, y }, format: "jwk" });
  return verify("sha256", text, { key, dsaEncoding: "ieee-p1363" }, signature);
}

/** RFC 8785, as far as a key list needs it. */
const inOrder = (value) =>
  Array.isArray(value)
    ? `[${value.map(inOrder)}]`
    : value instanceof Object
      ? `{${Object.keys(value)
          .sort()
          .map((name) => `${JSON.stringify(name)}:${inOrder(value[name])}`)}}`
      : JSON.stringify(value);

/** Whether the root key signed this list. */
export function isSigned({ signature, ...list }, root) {
  const bytes = Buffer.from(signature, "base64url");
  return bytes.length === 64 && isLow(bytes) && verifies(root, Buffer.from(inOrder(list)), bytes);
}

const day = (number) => new Date(Number(number) * 86_400_000).toISOString().slice(0, 10);
const dayAt = (now, hours) => day(now.getTime() / 86_400_000 + hours / 24);

function payloadOf(bytes) {
  const items = signedCbor(bytes);
  if (!Array.isArray(items) || items.length !== 10) refuse("damaged");
  const [name, isShortened, nip, instansi, kind, tmt, serial, issued, expires, status] = items;
  return {
    ...{ name, isShortened, nip: String(nip), instansi: Number(instansi) },
    kind: [undefined, "PNS", "PPPK", "PPPK-PW"][kind] ?? refuse("damaged"),
    tmt: day(tmt),
    serial: String(serial).replace(/^1/, "A").replace(/^2/, "B"),
    ...{ issued: day(issued), expires: day(expires), status: Number(status) },
  };
}

function bytesIn(text, { host }) {
  const [, said, digits] = /^(?:https?:\/\/([^/#]+)\/v\/[^/#]+#?)?(\d*)$/i.exec(text.trim()) ?? [];
  if (digits === undefined || (said ?? host).toLowerCase() !== host) refuse("not-ours");
  return digits === "" ? refuse("unsigned") : bytesOf(digits);
}

/** COSE_Sign1, RFC 9052 §4.2. `typ` is what its header has to say of its kind, RFC 9596. */
function messageIn(bytes, typ) {
  if (/^(d812|d90012|da00000012|db0{14}12)/.test(bytes.toString("hex"))) refuse("re-encoded");
  if (bytes[0] !== 0xd2) refuse("not-ours");
  const parts = cbor(bytes.subarray(1));
  if (!Array.isArray(parts) || parts.length !== 4) refuse("not-ours");
  const [header, unprotected, payload, signature] = parts;
  if (![header, payload, signature].every(Buffer.isBuffer)) refuse("not-ours");
  const items = cbor(header);
  if (![items, unprotected].every((each) => each instanceof Map)) refuse("not-ours");
  if (unprotected.size > 0) refuse("not-ours");
  if (items.get(1n) !== -7n) refuse("wrong-alg");
  const isOfKind = items.get(16n) === typ && items.size === (typ ? 3 : 2);
  if (!isOfKind || !Buffer.isBuffer(items.get(4n))) refuse("not-ours");
  return { header, kid: items.get(4n).toString("hex"), payload, signature };
}

function signedBy(keys, bytes, typ) {
  const { header, kid, payload, signature } = messageIn(bytes, typ);
  const key = keys.find((each) => each.kid === kid) ?? refuse("unknown-key");
  if (key.revoked) refuse("revoked-key");
  if (signature.length !== 64) refuse("bad-signature");
  if (!isLow(signature)) refuse("malleable");
  // Sig_structure, RFC 9052 §4.4.
  const context = Buffer.from("\x84\x6aSignature1", "latin1");
  const signed = Buffer.concat([context, string(header), string(Buffer.alloc(0)), string(payload)]);
  return verifies(key, signed, signature) ? { key, payload } : refuse("bad-signature");
}

/** The payload of a code. @throws Refused whose message is the refusal's code */
export function open(text, published, now) {
  const { key, payload } = signedBy(published.keys, bytesIn(text, published));
  const said = payloadOf(payload);
  if (said.issued < key.from || said.issued > key.until) refuse("unknown-key");
  if (said.issued > dayAt(now, 9)) refuse("not-yet-valid");
  if (said.expires < dayAt(now, 7)) refuse("expired");
  return said;
}

/** A part of the status list, as a function of places. @throws Refused as `open` */
export function openStatus(bytes, published, { part, now }) {
  if (bytes.length > 16384 + 1024) refuse("not-ours");
  const { key, payload } = signedBy(published.statusKeys, bytes, "application/statuslist+cwt");
  const claims = signedCbor(payload);
  const list = claims.get(65533n); // RFC 8392; the standard's section 5.2.
  if (claims.size !== 5 || list.size !== 2 || list.get("bits") !== 2n) refuse("damaged");
  const [address, until, issued] = [2n, 4n, 6n].map((claim) => claims.get(claim));
  const issuedOn = new Date(Number(issued) * 1000).toISOString().slice(0, 10);
  if (issuedOn < key.from || issuedOn > key.until) refuse("unknown-key");
  if (address !== `https://${published.host}/.well-known/kartu-asn/status/${part}`)
    refuse("another-part");
  if (Number(issued) * 1000 > now.getTime() + 300_000) refuse("not-yet-valid");
  const raw = inflated(list.get("lst"));
  if (raw.length !== 16384) refuse("wrong-size");
  if (Number(until) * 1000 <= now.getTime()) refuse("expired");
  const states = ["valid", "ended", "suspended", "replaced"];
  return (place) => states[(raw[(place % 65536) >> 2] >> (2 * (place % 4))) & 3];
}

function inflated(bytes) {
  try {
    return inflateSync(bytes, { maxOutputLength: 16385 });
  } catch (error) {
    return refuse(error.code === "ERR_BUFFER_TOO_LARGE" ? "wrong-size" : "damaged");
  }
}

function outcome(read) {
  try {
    return read();
  } catch (error) {
    if (error instanceof Refused) return error.message;
    throw error;
  }
}

function checkVectors() {
  const file = new URL("qr-payload.json", import.meta.url);
  const {
    now: at,
    root,
    keyList,
    valid,
    refused,
    statusLists,
  } = JSON.parse(readFileSync(file, "utf8"));
  const now = new Date(at);
  if (!isSigned(keyList, root)) throw new Error("The list's signature is wrong.");
  const all = [...valid, ...refused, ...statusLists];
  const wrong = all.filter(({ text, file, part, refusal, payload, places = {} }) => {
    const found = outcome(() => {
      if (text !== undefined) return open(text, keyList, now);
      const stateOf = openStatus(Buffer.from(file, "base64url"), keyList, { part, now });
      return Object.fromEntries(Object.keys(places).map((place) => [place, stateOf(place)]));
    });
    return JSON.stringify(found) !== JSON.stringify(refusal ?? payload ?? places);
  });
  for (const { what } of wrong) process.stderr.write(`Not as expected: ${what}\n`);
  process.stdout.write(`${all.length - wrong.length} of ${all.length} as expected\n`);
  if (wrong.length > 0) process.exitCode = 1;
}

function checkOne(text, ...files) {
  const [published, root] = files.map((file) => JSON.parse(readFileSync(file, "utf8")));
  if (!isSigned(published, root)) throw new Error("The list is not the root key's.");
  process.stdout.write(`${JSON.stringify(outcome(() => open(text, published, new Date())))}\n`);
}

const [, asked, ...given] = process.argv;
if (asked === import.meta.filename) given.length === 3 ? checkOne(...given) : checkVectors();
