/**
 * A device is a browser with a cookie that outlives its sessions. For an account that has signed in there completely it is a
 * known device: failures of strangers do not slow its login down. It gives no access and replaces no factor.
 * After a reset only the device on which it was made is known (decision 0011).
 */
import { createHmac } from "node:crypto";
import type { Visitor } from "#shared/account/login-guard.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { HttpRequest } from "#shared/http/http-request.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { DerivedKeys } from "#shared/runtime/keyed-hash.ts";
import { accountIdOf } from "./account-state.ts";
import { readCookie, setDeviceCookie } from "./cookies.ts";
import { newSecret } from "./secret.ts";
import type { Sessions } from "./sessions.ts";

const secretShape = /^[\w-]{43}$/;

/** A browser that is known for an account. */
export interface Device {
  /** ISO instant: when the login that was completed there began, or a reset was made there. */
  readonly keptAt: string;
}

export interface Devices {
  readonly devices: Pick<KnownDevices, "keep" | "find">;
  readonly sessions: Pick<Sessions, "findAccount">;
  readonly hmacKey: Pick<DerivedKeys, "derive">;
  readonly clock: Clock;
  /** How long a device stays known after its last login; a setting. */
  readonly deviceDays: number;
}

/** @returns the id under which this browser is known for the account; undefined when it is unknown */
export async function knownDevice(
  { devices, sessions, hmacKey, clock }: Omit<Devices, "deviceDays">,
  request: HttpRequest,
  nip: Nip,
): Promise<string | undefined> {
  const secret = secretOf(request);
  if (!secret) return undefined;
  const id = await deviceId(hmacKey, secret, nip);
  const device = await devices.find(id, clock.now());
  if (!device) return undefined;
  const { validFrom = "" } = await sessions.findAccount(accountIdOf(nip));
  // At the same moment it is the device of the reset itself. A login stores the time at which it began, so it is earlier.
  return device.keptAt < validFrom ? undefined : id;
}

/** Where an attempt comes from, as far as we know. */
export async function visitorOf(
  devices: Parameters<typeof knownDevice>[0],
  request: HttpRequest,
  nip: Nip,
): Promise<Visitor> {
  return { nip, network: request.network, device: await knownDevice(devices, request, nip) };
}

/**
 * Makes the browser known for the account, or prolongs that.
 * @param keptAt see `Device` @returns the Set-Cookie value
 */
export async function keepDevice(
  { devices, hmacKey, clock, deviceDays }: Omit<Devices, "sessions">,
  request: HttpRequest,
  { nip, keptAt }: { nip: Nip; keptAt: string },
): Promise<string> {
  const secret = secretOf(request) ?? newSecret();
  const endsAt = new Date(clock.now().getTime() + deviceDays * 86_400_000);
  await devices.keep(await deviceId(hmacKey, secret, nip), { keptAt }, endsAt);
  return setDeviceCookie(secret, deviceDays);
}

function secretOf(request: HttpRequest): string | undefined {
  const secret = readCookie("device", request);
  return secret && secretShape.test(secret) ? secret : undefined;
}

/** One cookie is used for all accounts of a browser; the table does not show which accounts these are. */
async function deviceId(hmacKey: Devices["hmacKey"], secret: string, nip: Nip): Promise<string> {
  const key = await hmacKey.derive("device");
  return createHmac("sha256", key).update(`${secret} ${nip}`).digest("hex");
}

/** Browsers that have signed in before. */
export interface KnownDevices {
  /** @param id see `deviceId` @param endsAt when it is forgotten */
  keep(id: string, device: Device, endsAt: Date): Promise<void>;
  find(id: string, now: Date): Promise<Device | undefined>;
}
