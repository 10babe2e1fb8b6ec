import { createHash } from "node:crypto";
import { dayOf, type Employee, fullName } from "#shared/employee/employee.ts";
import { daysAfter, retiresOn, yearsAfter } from "#shared/employee/retirement.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { errorFields, logger } from "#shared/runtime/logger.ts";
import { toDigits } from "#shared/signed-qr/digits.ts";
import { sealed, toBeSigned } from "#shared/signed-qr/envelope.ts";
import { cutName, encodePayload } from "#shared/signed-qr/payload.ts";
import { contentHash } from "./content-hash.ts";
import type { RevokedKeys } from "./revoked-keys.ts";
import type { CardSignature, Signatures } from "./signature.ts";

/** Signs what an offline verifier reads. */
export interface PayloadSigner {
  /** Which key signs, see `kidOf`. */
  kid(): Promise<string>;
  /** @returns r and s of 32 bytes each, with the lower s */
  sign(text: Uint8Array): Promise<Uint8Array>;
}

export interface SignCard {
  readonly signatures: Pick<Signatures, "find" | "keep" | "takePlace" | "numberOf">;
  /** Absent where cards are not signed. */
  readonly signer: PayloadSigner | undefined;
  readonly revokedKeys: Pick<RevokedKeys, "all">;
  readonly clock: Clock;
}

/** What a signed card's QR has more than another one's. */
export interface SignedCard {
  /** Tells one signature of a card from the next. */
  readonly name: string;
  readonly digits: string;
  /** Which key signed. */
  readonly kid: string;
  /** The last day on which it holds. */
  readonly until: string;
}

const yearsOfSignature = 2;
/** So long before its end a signature is made anew, if a new one would hold longer. */
const renewalDays = 60;

/**
 * The signed part of a card's QR: the one that is kept for this content, or a new one where there is none, that one ends soon, or its key
 * was revoked: what such a key signed is never drawn again, and the new signature has its place in the status list.
 * A card is drawn without a signature rather than not at all, and is signed when it is drawn next (decision 0072).
 * @returns undefined when cards are not signed, or this one could not be
 */
export async function signCard(
  dependencies: SignCard,
  employee: Employee,
  serial: string,
): Promise<SignedCard | undefined> {
  const { signatures, signer, revokedKeys, clock } = dependencies;
  if (!signer) return undefined;
  const [found, revoked] = await Promise.all([
    signatures.find(contentHash(employee)),
    revokedKeys.all(),
  ]);
  const today = dayOf(employee, clock.now());
  const kept = found && !revoked.has(found.kid) ? signedWith(employee, serial, found) : undefined;
  const holding = kept && kept.until >= today ? kept : undefined;
  if (!isToBeSigned(employee, holding?.until, today)) return holding;
  try {
    const signature = await newSignature(
      { signatures, signer },
      { employee, serial, found, revoked, today },
    );
    return signedWith(employee, serial, signature);
  } catch (error) {
    logger.warn("card.not-signed", { employeeId: employee.id, ...errorFields(error) });
    return holding;
  }
}

/**
 * Whether a card whose signature holds until a day gets another one: when it has none, or one that holds longer than the card
 * may, or one that ends soon while a new one would hold longer.
 */
export function isToBeSigned(
  employee: Employee,
  signedUntil: string | undefined,
  today: string,
): boolean {
  const last = lastDayOf(employee, today);
  if (last < today) return false;
  if (signedUntil === undefined || signedUntil > last) return true;
  return signedUntil < last && today >= daysAfter(signedUntil, -renewalDays);
}

/** The last day on which a signature of today holds: two years, or until the contract or the work ends. */
function lastDayOf(employee: Employee, today: string): string {
  const { contractEnd, bup } = employee;
  return [
    yearsAfter(today, yearsOfSignature),
    ...(contractEnd ? [contractEnd] : []),
    ...(bup ? [daysAfter(retiresOn(employee, Number(bup)), -1)] : []),
  ].reduce((first, each) => (each < first ? each : first));
}

async function newSignature(
  { signatures, signer }: Pick<SignCard, "signatures"> & { signer: PayloadSigner },
  {
    employee,
    serial,
    found,
    revoked,
    today,
  }: {
    employee: Employee;
    serial: string;
    found: CardSignature | undefined;
    revoked: ReadonlySet<string>;
    today: string;
  },
): Promise<CardSignature> {
  const hash = contentHash(employee);
  const { id: employeeId, instansiId } = employee;
  const kid = await signer.kid();
  if (revoked.has(kid))
    throw new Error("The key that signs is revoked: see the setting signingKey.");
  const instansi = found?.instansi ?? (await signatures.numberOf(instansiId));
  const place = found?.place ?? (await signatures.takePlace({ employeeId, contentHash: hash }));
  const expires = lastDayOf(employee, today);
  const said = { employeeId, place, instansi, issued: today, expires, kid };
  const text = toBeSigned(payloadOf(employee, serial, said), kid);
  const bytes = await signer.sign(text);
  const signature = Buffer.from(bytes).toString("hex");
  const endsByItself = expires === yearsAfter(today, yearsOfSignature);
  const made = {
    ...said,
    signature,
    signed: digestOf(text),
    // Where the contract or the work ends it, a new one would hold no longer.
    ...(endsByItself && { renewOn: daysAfter(expires, -renewalDays) }),
  };
  return await signatures.keep(hash, made, found);
}

type Said = Pick<CardSignature, "place" | "instansi" | "issued" | "expires">;

function payloadOf(employee: Employee, serial: string, said: Said): Uint8Array<ArrayBuffer> {
  const { nip, kind, tmt } = employee;
  const { place, instansi, issued, expires } = said;
  return encodePayload({
    ...cutName(fullName(employee)),
    ...{ nip, instansi, kind, tmt, serial, issued, expires, status: place },
  });
}

/** @returns undefined when the record says something else than what was signed */
export function signedWith(
  employee: Employee,
  serial: string,
  signature: CardSignature,
): SignedCard | undefined {
  const { kid, expires: until } = signature;
  const payload = payloadOf(employee, serial, signature);
  if (digestOf(toBeSigned(payload, kid)) !== signature.signed) return undefined;
  const bytes = Buffer.from(signature.signature, "hex");
  const digits = toDigits(sealed({ payload, kid, signature: bytes }));
  return { name: digestOf(bytes).slice(0, 12), digits, kid, until };
}

function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
