/**
 * What became of the cards since they were signed, for who checks them without the network: a Token Status List in CBOR
 * (draft-ietf-oauth-status-list-18), one file for each part of the places, signed each day by a key that signs nothing else.
 */
import type { Bytes } from "./bytes.ts";
import { decodedOnce, encodeCbor } from "./cbor.ts";
import { inflated } from "./inflate.ts";
import type { KeyList } from "./key-list.ts";
import { signatureBytes } from "./low-s.ts";
import { openSealed, sealedAs, sealRefusals, textOf } from "./sign1.ts";

/** A part of the places, which a verifier fetches whole: it tells of 65,536 cards at once which one was asked about. */
export const placesOfPart = 65_536;

/** Each at the number that a place has (§7.1): VALID, INVALID, SUSPENDED, and the one that is every application's own. */
export const cardStates = ["valid", "ended", "suspended", "replaced"] as const;
export type CardState = (typeof cardStates)[number];

/** Why a list says nothing, in the order in which it is asked. */
export const statusRefusals = [
  ...sealRefusals,
  /** The list of another part, or of another site. */
  "another-part",
  "not-yet-valid",
  "expired",
  /** Its states are not as many as a part has places. */
  "wrong-size",
] as const;
export type StatusRefusal = (typeof statusRefusals)[number];

/** The states of one part, as they were at an instant. */
export interface StatusList {
  readonly issuedAt: Date;
  /** From then on the list says nothing any more. */
  readonly until: Date;
  /** @throws RangeError when the place is in another part */
  stateOf(place: number): CardState;
}

/** The file's type, and what its header says that it is (§5.2, §8.2). */
export const statusType = "application/statuslist+cwt";

/** Claims (RFC 8392 §4; for the last two §14.3), and what a status list has (§4.3). */
const [sub, exp, iat, statusList, ttl] = [2, 4, 6, 65_533, 65_534];
const [bits, lst] = ["bits", "lst"];
const bitsOfPlace = 2;
const placesOfByte = 8 / bitsOfPlace;
const bytesOfPart = placesOfPart / placesOfByte;

/** No part is longer: DEFLATE adds five bytes to what it cannot make smaller, for each 65,535 of them (RFC 1951 §3.2.4). */
export const maxStatusBytes = bytesOfPart + 1024;

/** The header of 36 bytes, and what stands before it. */
export const headBytes = 40;

/** How much the clock of who checks may be slow. */
const slowMs = 5 * 60_000;

/** The part that a place is in, from 0. */
export function partOf(place: number): number {
  return Math.floor(place / placesOfPart);
}

/** Where everybody finds a part, below the site's address. It never moves: programs of others ask there. */
export function statusPath(part: number): string {
  return `.well-known/kartu-asn/status/${part}`;
}

/** The states of a part, to be filled. A place that nobody has is as a valid one: of a card that is signed today the list knows tomorrow. */
export class PartStates {
  readonly #part: number;
  readonly #bytes: Uint8Array;

  constructor(part: number, bytes: Uint8Array = new Uint8Array(bytesOfPart)) {
    this.#part = part;
    this.#bytes = bytes;
  }

  /** @throws RangeError when the place is in another part */
  at(place: number): CardState {
    const { byte, shift } = this.#find(place);
    return cardStates[((this.#bytes[byte] ?? 0) >> shift) & 0b11] ?? "valid";
  }

  /** @throws RangeError when the place is in another part */
  set(place: number, state: CardState): void {
    const { byte, shift } = this.#find(place);
    const others = (this.#bytes[byte] ?? 0) & ~(0b11 << shift);
    this.#bytes[byte] = others | (cardStates.indexOf(state) << shift);
  }

  /** The bytes that are compressed, four places each, the first one in the lowest bits (§4.1). */
  get bytes(): Uint8Array {
    return this.#bytes;
  }

  #find(place: number): { readonly byte: number; readonly shift: number } {
    if (!Number.isInteger(place) || partOf(place) !== this.#part)
      throw new RangeError("The place is in another part.");
    const within = place % placesOfPart;
    return {
      byte: Math.floor(within / placesOfByte),
      shift: (within % placesOfByte) * bitsOfPlace,
    };
  }
}

export interface StatusClaims {
  /** Of the site's address. */
  readonly host: string;
  readonly part: number;
  /** The states' bytes, see `PartStates`, in zlib's form (RFC 1950). */
  readonly deflated: Uint8Array;
  /** Whole seconds count. */
  readonly issuedAt: Date;
  /** From then on it says nothing any more. */
  readonly until: Date;
  /** Seconds after which to ask for a newer one. */
  readonly ttl: number;
}

/** What a list says, to be signed and sealed. */
export function encodeStatusList(claims: StatusClaims): Bytes {
  const { host, part, deflated, issuedAt, until } = claims;
  return encodeCbor(
    new Map<number, unknown>([
      [sub, addressOf(host, part)],
      [iat, secondsOf(issuedAt)],
      [exp, secondsOf(until)],
      [ttl, claims.ttl],
      [
        statusList,
        new Map<string, unknown>([
          [bits, bitsOfPlace],
          [lst, deflated],
        ]),
      ],
    ]),
  );
}

/** What is signed of a list. @param kid of the key, see `kidOf` */
export function statusToBeSigned(payload: Uint8Array, kid: string): Bytes {
  return textOf({ kid, typ: statusType }, payload);
}

/** The file. @throws RangeError when the signature is not in our one form, see `lowS` */
export function sealedStatusList(payload: Uint8Array, kid: string, signature: Uint8Array): Bytes {
  return sealedAs({ kid, typ: statusType }, payload, signature);
}

/** What every file begins with that this key signed: tag, array, the header. */
export function statusHead(kid: string): Bytes {
  const file = sealedStatusList(new Uint8Array(0), kid, new Uint8Array(signatureBytes));
  return file.slice(0, headBytes);
}

/** Why a list says nothing. Of one that is too old also what it said: a card that was over then still is. */
interface UnusableList {
  readonly refusal: StatusRefusal;
  readonly issuedAt?: Date;
  readonly stateOf?: StatusList["stateOf"];
}

/**
 * Reads a part of the status list, with no network. Whoever keeps lists must not take one that is older than what they have.
 * @param bytes the file
 * @param list the published keys and the host
 * @returns why it says nothing; of one that is too old also from when it is
 */
export async function openStatusList(
  bytes: Uint8Array,
  list: KeyList,
  { part, now }: { readonly part: number; readonly now: Date },
): Promise<StatusList | UnusableList> {
  if (bytes.length > maxStatusBytes) return { refusal: "not-ours" };
  const opened = await openSealed(bytes, list.statusKeys, statusType);
  if (typeof opened === "string") return { refusal: opened };
  const claims = readClaims(opened.payload);
  if (!claims) return { refusal: "damaged" };
  const { address, issuedAt, until, deflated } = claims;
  const day = issuedAt.toISOString().slice(0, 10);
  if (day < opened.key.from || day > opened.key.until) return { refusal: "unknown-key" };
  if (address !== addressOf(list.host, part)) return { refusal: "another-part" };
  if (issuedAt.getTime() > now.getTime() + slowMs) return { refusal: "not-yet-valid" };
  const states = await inflated(deflated, bytesOfPart);
  if (typeof states === "string") return { refusal: states };
  const places = new PartStates(part, states);
  const stateOf = (place: number) => places.at(place);
  return until <= now ? { refusal: "expired", issuedAt, stateOf } : { issuedAt, until, stateOf };
}

/** @returns undefined unless they are what `encodeStatusList` makes */
function readClaims(payload: Uint8Array) {
  const decoded = decodedOnce(payload);
  const claims = "value" in decoded ? decoded.value : undefined;
  if (!(claims instanceof Map) || claims.size !== 5) return undefined;
  const list: unknown = claims.get(statusList);
  if (!(list instanceof Map) || list.size !== 2 || list.get(bits) !== bitsOfPlace) return undefined;
  const [address, deflated] = [claims.get(sub), list.get(lst)];
  const [issuedAt, until] = [instantOf(claims.get(iat)), instantOf(claims.get(exp))];
  if (typeof address !== "string" || !(deflated instanceof Uint8Array)) return undefined;
  if (!issuedAt || !until || !isSeconds(claims.get(ttl))) return undefined;
  return { address, deflated, issuedAt, until };
}

function addressOf(host: string, part: number): string {
  return `https://${host}/${statusPath(part)}`;
}

function secondsOf(at: Date): number {
  return Math.floor(at.getTime() / 1000);
}

function instantOf(seconds: unknown): Date | undefined {
  return isSeconds(seconds) ? new Date(seconds * 1000) : undefined;
}

/** Up to the last instant that a `Date` has. */
function isSeconds(value: unknown): value is number {
  return Number.isInteger(value) && Number(value) > 0 && Number(value) <= 8_640_000_000_000;
}
