/**
 * The key by which this phone signs its «Kode hadir»: in this browser's own database, where no script can read its private half. It goes with the
 * logout, and when somebody else shows a code here.
 */
import { deviceOf, type SigningKey } from "#shared/presence/presence-code.ts";
import { NoAnswer, page } from "../api/client.ts";
import { call } from "../api/member-client.ts";
import { phoneStore } from "./phone-store.ts";

interface Phone {
  /** Whose it is: the opaque id of the record. */
  readonly person: string;
  readonly device: string;
  readonly key: SigningKey;
  readonly x: string;
  readonly y: string;
}

/** One whose codes count. */
export interface KnownPhone extends Phone {
  /** ISO instant. */
  readonly endsAt: string;
  /** How far this device's clock is ahead of the service's, ms. */
  readonly offMs: number;
}

const place = "phone";

/** The phone, once the service knows it. Without an answer the one that it knew goes on. @throws Refusal, NoAnswer */
export async function knownPhone(): Promise<KnownPhone> {
  if (!page.person) await call("GET /api/session");
  const person = page.person ?? "";
  const kept = await phoneStore<Partial<KnownPhone> | undefined>("readonly", (all) =>
    all.get(place),
  );
  const phone = isOf(kept, person) ? kept : await newPhone(person);
  const { x, y } = phone;
  try {
    const told = await call("POST /api/officer/agency/own-presence-key", { body: { x, y } });
    const offMs = Date.now() - Date.parse(told.serverTime);
    const known = { ...phone, endsAt: told.endsAt, offMs };
    await phoneStore("readwrite", (all) => all.put(known, place));
    return known;
  } catch (error) {
    if (error instanceof NoAnswer && isKnown(phone)) return phone;
    throw error;
  }
}

const isOf = (kept: Partial<Phone> | undefined, person: string): kept is Phone =>
  kept?.person === person && kept.key !== undefined;

const isKnown = (phone: Phone | KnownPhone): phone is KnownPhone =>
  "endsAt" in phone && Date.now() - phone.offMs < Date.parse(phone.endsAt);

async function newPhone(person: string): Promise<Phone> {
  const how = { name: "ECDSA", namedCurve: "P-256" };
  const { publicKey, privateKey: key } = await crypto.subtle.generateKey(how, false, ["sign"]);
  const { x = "", y = "" } = await crypto.subtle.exportKey("jwk", publicKey);
  return { person, device: await deviceOf({ x, y }), key, x, y };
}
