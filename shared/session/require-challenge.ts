import type { HttpRequest } from "#shared/http/http-request.ts";
import type { Access } from "#shared/http/route.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import {
  type AuthChallenge,
  type AuthChallengeOf,
  type AuthChallenges,
  isOverdue,
} from "./auth-challenge.ts";
import { type CheckChallenge, checkChallenge } from "./check-challenge.ts";
import { cookieName, readCookie } from "./cookies.ts";
import { secretId } from "./secret.ts";
import { secretOfTab } from "./tab-secrets.ts";

interface Dependencies extends CheckChallenge {
  readonly challenges: Pick<AuthChallenges, "find">;
  readonly clock: Clock;
}

/** Who has to answer a challenge of this kind. */
export function atChallenge<Kind extends AuthChallenge["kind"]>(
  dependencies: Dependencies,
  kind: Kind,
): Access<AuthChallengeOf<Kind>, false> {
  return {
    who: [kind],
    isPersonal: false,
    cookie: cookieName(cookieOf(kind)),
    admit: (request) => requireChallenge(dependencies, request, kind),
  };
}

/**
 * The challenge of a request. A challenge of a login depends on the password: a reset makes it void, and so does a change of
 * a field that logins depend on. The challenge of a reset is checked where its code is used, because "void" would tell a
 * stranger that somebody has the number.
 * @throws Unauthenticated `step-expired`, also when the challenge has another kind
 */
async function requireChallenge<Kind extends AuthChallenge["kind"]>(
  dependencies: Dependencies,
  request: HttpRequest,
  kind: Kind,
): Promise<AuthChallengeOf<Kind>> {
  const secret = kind === "reset" ? secretOfTab(kind, request) : readCookie("login", request);
  const challenge = secret ? await dependencies.challenges.find(secretId(secret)) : undefined;
  if (!challenge || !isOfKind(challenge, kind) || isOverdue(challenge, dependencies.clock.now()))
    throw new Unauthenticated("step-expired");
  if (kind !== "reset" && (await checkChallenge(dependencies, challenge)).isVoid)
    throw new Unauthenticated("step-expired");
  request.note({ nip: challenge.nip });
  return challenge;
}

function cookieOf(kind: AuthChallenge["kind"]): "reset" | "login" {
  return kind === "reset" ? "reset" : "login";
}

function isOfKind<Kind extends AuthChallenge["kind"]>(
  challenge: AuthChallenge,
  kind: Kind,
): challenge is AuthChallengeOf<Kind> {
  return challenge.kind === kind;
}
