import type { Role } from "#shared/access/role.ts";
import { isGrantedRole } from "#shared/access/role.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { personHeader } from "#shared/http/person.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { newSecret, secretId } from "#shared/session/secret.ts";
import type { Session } from "#shared/session/session.ts";
import type { Sessions } from "#shared/session/sessions.ts";
import type { ApiRequest } from "./call-api.ts";
import { aGrant, type RolesInMemory } from "./roles-in-memory.ts";

/** What a signed-in browser sends along. */
export type SignedIn = Required<Pick<ApiRequest, "cookies" | "headers">>;

/** Opens a session, as signing in does, for somebody who was given these roles. @returns what the browser sends along */
export async function signIn(
  {
    sessions,
    roles,
    clock,
    madeBy,
  }: {
    sessions: Pick<Sessions, "add">;
    roles?: Pick<RolesInMemory, "set">;
    clock: Clock;
    madeBy?: Session["madeBy"];
  },
  { id, instansiId }: Pick<Employee, "id" | "instansiId">,
  ...given: readonly Role[]
): Promise<SignedIn> {
  const secret = newSecret();
  const now = clock.now();
  const sessionId = secretId(secret);
  await sessions.add(
    {
      id: sessionId,
      accountId: id,
      employeeId: id,
      startedAt: now.toISOString(),
      lastSeenAt: now.toISOString(),
      ...(madeBy && { madeBy }),
      origin: { browser: "chrome", system: "android", region: "Jakarta" },
    },
    now,
  );
  const grants = given.filter(isGrantedRole).map((role) => aGrant(role, { instansiId }));
  if (grants.length > 0) roles?.set(id, ...grants);
  return { cookies: [`__Host-kartu=${secret}`], headers: { [personHeader]: id } };
}
