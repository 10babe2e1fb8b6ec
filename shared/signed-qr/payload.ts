/** What a card says of its holder without the network: CBOR with numbers for keys, because a QR has room for some 90 bytes of it. */
import { type EmployeeKind, type Nip, parseNip } from "#shared/employee/nip.ts";
import { type Bytes, sameBytes } from "./bytes.ts";
import { decodeCbor, encodeCbor } from "./cbor.ts";

export interface SignedPayload {
  /** With titles, at most 40 bytes of UTF-8: see `cutName`. */
  readonly name: string;
  /** Whether the name is only the beginning of the holder's name. */
  readonly isShortened: boolean;
  readonly nip: Nip;
  /** The place of the instansi's name in the published key list, 0 to 65,535. */
  readonly instansi: number;
  readonly kind: EmployeeKind;
  /** "YYYY-MM-DD", as the other days. */
  readonly tmt: string;
  /** Nomor Seri, "A20100000123". */
  readonly serial: string;
  /** The day of signing. */
  readonly issued: string;
  /** The last day on which it proves anything. */
  readonly expires: string;
  /** The place of its two bits in the status list, below 2^32. */
  readonly status: number;
}

/** The key of each item. Keys are never given a second meaning; docs/qr-payload.md lists them. */
const keys = {
  name: 1,
  nip: 2,
  instansi: 3,
  kind: 4,
  tmt: 5,
  serial: 6,
  issued: 7,
  expires: 8,
  status: 9,
  isShortened: 10,
} as const;

/** The number of each kind. */
const kinds = { PNS: 1, PPPK: 2, "PPPK-PW": 3 } as const satisfies Record<EmployeeKind, number>;

const maxNameBytes = 40;
const dayMs = 86_400_000;

/** The most bytes a payload has: a name of 40 bytes, and each number in its longest form. */
export const maxPayloadBytes = 90;

/** As much of a name as a payload holds. Never half a letter, nor a letter without its marks. */
export function cutName(name: string): Pick<SignedPayload, "name" | "isShortened"> {
  if (utf8(name).length <= maxNameBytes) return { name, isShortened: false };
  let kept = "";
  for (const { segment } of new Intl.Segmenter("id").segment(name)) {
    if (utf8(kept + segment).length > maxNameBytes) break;
    kept += segment;
  }
  return { name: kept.trimEnd(), isShortened: true };
}

/** @throws RangeError when an item is not as `SignedPayload` says */
export function encodePayload(payload: SignedPayload): Bytes {
  const { name, isShortened, nip, instansi, kind, tmt, serial, issued, expires, status } = payload;
  if (utf8(name).length > maxNameBytes) throw new RangeError("The name is too long.");
  return encodeCbor(
    new Map<number, unknown>([
      [keys.name, name],
      [keys.nip, BigInt(nip)],
      [keys.instansi, below(2 ** 16, instansi)],
      [keys.kind, kinds[kind]],
      [keys.tmt, dayNumber(tmt)],
      [keys.serial, serialNumber(serial)],
      [keys.issued, dayNumber(issued)],
      [keys.expires, dayNumber(expires)],
      [keys.status, below(2 ** 32, status)],
      ...(isShortened ? [[keys.isShortened, true] as const] : []),
    ]),
  );
}

/** @returns "damaged" unless the bytes are what `encodePayload` makes of a payload */
export function decodePayload(bytes: Uint8Array): SignedPayload | "damaged" {
  try {
    const payload = payloadIn(decodeCbor(bytes));
    return sameBytes(encodePayload(payload), bytes) ? payload : "damaged";
  } catch {
    // Whatever stands in a code: the decoder and the checks of each item have many words for it.
    return "damaged";
  }
}

/** @throws Error when an item is missing or of another type; whether its value is right is seen when it is encoded again */
function payloadIn(items: unknown): SignedPayload {
  if (!(items instanceof Map)) throw new RangeError("It is no map.");
  const number = (key: number) => {
    const value: unknown = items.get(key);
    if (typeof value !== "number") throw new RangeError(`Item ${key} is no number.`);
    return value;
  };
  const name: unknown = items.get(keys.name);
  const nip = parseNip(String(items.get(keys.nip)));
  const kind = kindOf(number(keys.kind));
  if (typeof name !== "string" || !nip || !kind) throw new RangeError("An item is missing.");
  return {
    name,
    isShortened: items.has(keys.isShortened),
    nip,
    instansi: number(keys.instansi),
    kind,
    tmt: dayOf(number(keys.tmt)),
    serial: serialOf(number(keys.serial)),
    issued: dayOf(number(keys.issued)),
    expires: dayOf(number(keys.expires)),
    status: number(keys.status),
  };
}

function kindOf(number: number): EmployeeKind | undefined {
  const known = ["PNS", "PPPK", "PPPK-PW"] as const;
  return known.find((kind) => kinds[kind] === number);
}

/** A Nomor Seri as a number of 12 digits, four bytes less than its text: A is 1, B is 2. */
function serialNumber(serial: string): number {
  if (!/^[AB]\d{11}$/.test(serial)) throw new RangeError("That is no Nomor Seri.");
  return Number(serial.replace("A", "1").replace("B", "2"));
}

function serialOf(number: number): string {
  return String(number).replace(/^1/, "A").replace(/^2/, "B");
}

/** Days since 1 January 1970; earlier ones are negative. */
function dayNumber(day: string): number {
  const number = Date.parse(`${day}T00:00:00Z`) / dayMs;
  if (dayOf(number) !== day) throw new RangeError("That is no day.");
  return number;
}

function dayOf(number: number): string {
  return new Date(number * dayMs).toISOString().slice(0, 10);
}

function below(limit: number, value: number): number {
  if (!(Number.isInteger(value) && value >= 0 && value < limit))
    throw new RangeError(`A place is not below ${limit}.`);
  return value;
}

function utf8(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
