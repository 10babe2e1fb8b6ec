/** Phones whose «Kode hadir» counts: of each person the one that showed it last, for as long as its session lasts (decision 0123). */
import * as z from "zod";
import { type EmployeeId, employeeId } from "#shared/employee/employee.ts";

/** 32 bytes as a JWK has them (RFC 7518 §6.2.1). */
const coordinate = z.string().regex(/^[A-Za-z0-9_-]{43}$/);
export const publicKey = z.strictObject({ x: coordinate, y: coordinate });

export const presenceKey = z.object({
  /** Whose list has it. */
  instansiId: z.string(),
  person: employeeId,
  /** `deviceOf` the key. */
  device: z.string().regex(/^[0-9a-f]{32}$/),
  ...publicKey.shape,
  /** The session in which it was made: with it the key ends. */
  sessionId: z.string(),
  /** ISO instants: since when, and when the session is over at the latest. */
  registeredAt: z.string(),
  endsAt: z.string(),
  /** Counts its changes, from 1. */
  revision: z.int(),
});
export type PresenceKey = Readonly<z.infer<typeof presenceKey>>;

export interface PresenceKeyPage {
  readonly items: readonly PresenceKey[];
  /** Where the next page begins; undefined after the last one. */
  readonly next: EmployeeId | undefined;
}

export interface PresenceKeys {
  /** Strongly consistent; also one that is over. */
  find(instansiId: string, person: EmployeeId): Promise<PresenceKey | undefined>;
  /** Of some people of an agency, those that there are and can be read; strongly consistent. */
  findAll(
    instansiId: string,
    people: readonly EmployeeId[],
  ): Promise<ReadonlyMap<EmployeeId, PresenceKey>>;
  /** In the order of the people's ids; strongly consistent. Those that cannot be read are left out. @param from the `next` of a page */
  list(instansiId: string, from?: EmployeeId): Promise<PresenceKeyPage>;
  /** Its next revision. @returns false when somebody else was faster */
  save(key: PresenceKey): Promise<boolean>;
}
