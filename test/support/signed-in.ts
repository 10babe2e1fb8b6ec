import type { Employee } from "#shared/employee/employee.ts";
import type { Role } from "#shared/http/contract.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { newSecret, secretId } from "#shared/session/secret.ts";
import type { SessionsInMemory } from "./sessions-in-memory.ts";

/** Opens a session, as signing in does. @returns the cookies of its browser */
export async function signIn(
  { sessions, clock }: { sessions: SessionsInMemory; clock: Clock },
  { id, instansiId }: Pick<Employee, "id" | "instansiId">,
  ...roles: Role[]
): Promise<readonly string[]> {
  const secret = newSecret();
  const now = clock.now().toISOString();
  await sessions.add({
    id: secretId(secret),
    employeeId: id,
    instansiId,
    roles,
    createdAt: now,
    lastSeenAt: now,
    sealedToken: "c2VhbGVk",
  });
  return [`__Host-kartu=${secret}`];
}
