import { cardStatus, type Employee } from "#shared/employee/employee.ts";
import { deviceOf } from "#shared/presence/presence-code.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Busy, Conflict, InvalidInput } from "#shared/runtime/errors.ts";
import { endsOf, type Session } from "#shared/session/session.ts";
import { isPublicKey, type PublicKey } from "#shared/signed-qr/p256.ts";
import type { PresenceKeys } from "./presence-keys.ts";

export interface RegisterPhone {
  readonly presenceKeys: Pick<PresenceKeys, "find" | "save">;
  readonly clock: Clock;
}

const busySeconds = 1;

/**
 * From now on the codes of this phone are its holder's, and those of another one that showed them before are nobody's. It may be said again.
 * @throws Conflict `login-by-password` in a session made by QR, which is a computer's, and `card-not-active`; InvalidInput; Busy
 */
export async function registerPhone(
  { presenceKeys, clock }: RegisterPhone,
  {
    session,
    employee,
    key: { x, y },
  }: { readonly session: Session; readonly employee: Employee; readonly key: PublicKey },
): Promise<{ readonly device: string; readonly endsAt: string; readonly serverTime: string }> {
  const now = clock.now();
  if (session.madeBy === "qr") throw new Conflict("login-by-password");
  if (cardStatus(employee, now) !== "active") throw new Conflict("card-not-active");
  if (!(await isPublicKey({ x, y }))) throw new InvalidInput({ field: "x", code: "malformed" });
  const { id: person, instansiId } = employee;
  const device = await deviceOf({ x, y });
  const told = {
    ...{ device, endsAt: endsOf(session).endsAt.toISOString() },
    serverTime: now.toISOString(),
  };
  const before = await presenceKeys.find(instansiId, person);
  if (before?.device === device && before.sessionId === session.id) return told;
  const isSaved = await presenceKeys.save({
    ...{ instansiId, person, device, x, y, sessionId: session.id, endsAt: told.endsAt },
    ...{ registeredAt: told.serverTime, revision: (before?.revision ?? 0) + 1 },
  });
  if (!isSaved) throw new Busy(busySeconds);
  return told;
}
