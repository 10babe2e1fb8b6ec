/** Files of the status list, signed with keys made for the occasion. */
import { deflateSync } from "node:zlib";
import { lowS } from "#shared/signed-qr/low-s.ts";
import {
  type CardState,
  encodeStatusList,
  PartStates,
  partOf,
  type StatusClaims,
  sealedStatusList,
  statusToBeSigned,
} from "#shared/signed-qr/status-list.ts";
import { type CardSigner, rawSignature } from "./card-signer.ts";

export const statusAt = new Date("2027-03-01T00:30:00Z");

/** The part of `aPayload`'s place, issued at `statusAt` for a day and a half. */
export function someClaims(different: Partial<StatusClaims> = {}): StatusClaims {
  return {
    host: "kartu-asn.example",
    part: 1,
    deflated: deflatedStates({}),
    issuedAt: statusAt,
    until: new Date(statusAt.getTime() + 36 * 3_600_000),
    ttl: 21_600,
    ...different,
  };
}

/** @param states by place; all in one part */
export function deflatedStates(states: Readonly<Record<number, CardState>>): Uint8Array {
  const part = new PartStates(partOf(Number(Object.keys(states)[0] ?? 70_000)));
  for (const [place, state] of Object.entries(states)) part.set(Number(place), state);
  return deflateSync(part.bytes, { level: 9 });
}

/** @param said claims, or any bytes in their place */
export async function statusFile(
  { key, privateKey }: CardSigner,
  said: StatusClaims | Uint8Array,
): Promise<Uint8Array> {
  const payload = said instanceof Uint8Array ? said : encodeStatusList(said);
  const text = statusToBeSigned(payload, key.kid);
  return sealedStatusList(payload, key.kid, lowS(await rawSignature(privateKey, text)));
}
