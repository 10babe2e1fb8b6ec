import type { RoleTable } from "#shared/access/role-table.ts";
import type { CaptchaTable } from "#shared/captcha/captcha-table.ts";
import { issueCaptcha } from "#shared/captcha/issue-captcha.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { noContent, ok, withCookies } from "#shared/http/answers.ts";
import type { SessionAnswer } from "#shared/http/contract.ts";
import { readBody } from "#shared/http/read-body.ts";
import type { ApiEvent, Route } from "#shared/http/routes.ts";
import { noteSecurity } from "#shared/http/security-log.ts";
import { viewerPrefix } from "#shared/http/viewer-address.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import type { FailureRate } from "#shared/runtime/failure-rate.ts";
import type { HmacKey } from "#shared/runtime/hmac-key.ts";
import type { LoginLimits } from "#shared/runtime/limits.ts";
import type { RateLimitTable } from "#shared/runtime/rate-limit-table.ts";
import type { AccountDirectory } from "#shared/session/account-directory.ts";
import { answerCode } from "#shared/session/answer-code.ts";
import { clearCookie, cookiesOfLogin, readCookie, setCookie } from "#shared/session/cookies.ts";
import { describeSession } from "#shared/session/describe-session.ts";
import { keepDevice, knownDevice } from "#shared/session/device.ts";
import type { DeviceTable } from "#shared/session/device-table.ts";
import { finishEnrolment, showEnrolment } from "#shared/session/enrol-authenticator.ts";
import type { LockoutTable } from "#shared/session/lockout-table.ts";
import type { RecoveryQueue } from "#shared/session/recovery-queue.ts";
import { requestResetCode } from "#shared/session/request-reset-code.ts";
import { findSession, requireSession, rolesOf } from "#shared/session/require-session.ts";
import { resetPassword } from "#shared/session/reset-password.ts";
import type { Session } from "#shared/session/session.ts";
import type { SessionKey } from "#shared/session/session-key.ts";
import type { SessionTable } from "#shared/session/session-table.ts";
import { signIn } from "#shared/session/sign-in.ts";
import { signOut } from "#shared/session/sign-out.ts";
import { startReset } from "#shared/session/start-reset.ts";
import { requireStep } from "#shared/session/step.ts";
import type { StepTable } from "#shared/session/step-table.ts";
import type { UserDirectory } from "#shared/session/user-directory.ts";
import * as bodies from "./bodies.ts";

export interface SessionApi {
  readonly users: Pick<UserDirectory, keyof UserDirectory>;
  readonly accounts: Pick<AccountDirectory, "signOutEverywhere">;
  readonly employees: Pick<EmployeeTable, "find" | "findByNip">;
  readonly roles: Pick<RoleTable, "find">;
  readonly sessions: Pick<SessionTable, keyof SessionTable>;
  readonly steps: Pick<StepTable, keyof StepTable>;
  readonly sessionKey: Pick<SessionKey, keyof SessionKey>;
  readonly captchas: Pick<CaptchaTable, "use">;
  readonly limits: Pick<RateLimitTable, "add" | "count" | "read">;
  readonly lockouts: Pick<LockoutTable, keyof LockoutTable>;
  readonly devices: Pick<DeviceTable, keyof DeviceTable>;
  readonly failureRate: Pick<FailureRate, "add" | "isHigh">;
  readonly loginLimits: LoginLimits;
  /** How long a device keeps its own way in since it last signed in. */
  readonly deviceDays: number;
  readonly hmacKey: Pick<HmacKey, "derive">;
  readonly recoveries: Pick<RecoveryQueue, "send">;
  readonly clock: Clock;
}

export function sessionRoutes(api: SessionApi): Route[] {
  return [...sessionsOf(api), ...loginRoutes(api), ...enrolmentRoutes(api), ...resetRoutes(api)];
}

/** The session with the roles that stand now: the page offers what they open, and each request asks again. */
async function describe(
  { roles, clock }: Pick<SessionApi, "roles" | "clock">,
  session: Session,
  employee: Employee,
): Promise<SessionAnswer> {
  const now = clock.now();
  const { grants } = await roles.find(employee.id);
  return describeSession(session, employee, { roles: rolesOf(employee, grants, now), now });
}

function sessionsOf(api: SessionApi): Route[] {
  return [
    {
      method: "GET",
      path: "/api/session",
      handler: async (event) => {
        const isActivity = event.queryStringParameters?.look !== "1";
        const { session, employee } = await requireSession(api, event, { isActivity });
        return ok(await describe(api, session, employee));
      },
    },
    {
      method: "POST",
      path: "/api/session/logout",
      // Leaving asks nobody who is meant: whoever is signed in here no longer is.
      handler: async (event) => {
        const session = await findSession(api, event);
        if (session) {
          await signOut(api, session);
          noteSecurity(event, { outcome: "signed-out" });
        }
        const answer = withCookies(noContent(), ...cookiesOfLogin.map(clearCookie));
        return { ...answer, headers: { ...answer.headers, ...clearStorage } };
      },
    },
  ];
}

/**
 * Has the browser forget what our pages kept in it, of every tab. Not "cache", which also empties the back/forward cache in
 * some browsers: it can take seconds, the next login would fetch everything again, and Safari before 17 knows neither. Pages
 * that the browser kept hide themselves (web/src/session/use-session.ts). MDN, "Clear-Site-Data header".
 */
const clearStorage = { "clear-site-data": '"storage"' };

function loginRoutes(api: SessionApi): Route[] {
  return [
    {
      method: "POST",
      path: "/api/session/login",
      handler: async (event) => {
        const body = readBody(event, bodies.login);
        noteSecurity(event, { nip: body.nip });
        const { next, secret } = await signIn(api, {
          ...body,
          ...(await originOf(api, event, body.nip)),
          activation: readCookie("activation", event),
        });
        noteSecurity(event, { outcome: "password-accepted" });
        return withCookies(ok({ next }), setCookie("login", secret));
      },
    },
    {
      method: "POST",
      path: "/api/session/code",
      handler: async (event) => {
        const { code } = readBody(event, bodies.code);
        const step = await requireStep(api, event, "code");
        const origin = await originOf(api, event, step.nip);
        const { secret, session, employee } = await answerCode(api, { step, code, ...origin });
        noteSecurity(event, { actor: employee.id, outcome: "signed-in" });
        const before = await findSession(api, event);
        if (before) await api.sessions.remove(before);
        return withCookies(
          ok(await describe(api, session, employee)),
          setCookie("session", secret),
          await keepDevice(api, event, { nip: step.nip, keptAt: session.startedAt }),
          clearCookie("login"),
        );
      },
    },
  ];
}

/** What is known of where an attempt comes from. */
async function originOf(api: SessionApi, event: ApiEvent, nip: Nip) {
  return { network: viewerPrefix(event), device: await knownDevice(api, event, nip) };
}

function enrolmentRoutes(api: SessionApi): Route[] {
  return [
    {
      method: "GET",
      path: "/api/session/enrolment",
      handler: async (event) =>
        ok(await showEnrolment(api, await requireStep(api, event, "enrolment"))),
    },
    {
      method: "POST",
      path: "/api/session/enrolment",
      handler: async (event) => {
        const proof = readBody(event, bodies.enrolment);
        const step = await requireStep(api, event, "enrolment");
        await finishEnrolment(api, { step, ...proof });
        noteSecurity(event, { outcome: "authenticator-registered" });
        return withCookies(noContent(), clearCookie("login"), clearCookie("activation"));
      },
    },
  ];
}

function resetRoutes(api: SessionApi): Route[] {
  return [
    {
      method: "GET",
      path: "/api/session/captcha",
      handler: async (event) =>
        ok(await issueCaptcha(api, { purpose: "reset", network: viewerPrefix(event) })),
    },
    {
      method: "POST",
      path: "/api/session/reset",
      handler: async (event) => {
        const body = readBody(event, bodies.resetCheck);
        noteSecurity(event, { nip: body.nip });
        const secret = await startReset(api, { ...body, network: viewerPrefix(event) });
        noteSecurity(event, { outcome: "reset-started" });
        return withCookies(noContent(), setCookie("reset", secret));
      },
    },
    {
      method: "POST",
      path: "/api/session/reset/email",
      handler: async (event) => {
        const { email } = readBody(event, bodies.resetEmail);
        const step = await requireStep(api, event, "reset");
        await requestResetCode(api, { step, email });
        noteSecurity(event, { outcome: "reset-code-requested" });
        return noContent();
      },
    },
    {
      method: "POST",
      path: "/api/session/reset/password",
      handler: async (event) => {
        const body = readBody(event, bodies.resetPassword);
        const step = await requireStep(api, event, "reset");
        const activation = await resetPassword(api, { step, ...body });
        noteSecurity(event, { outcome: "password-changed" });
        // Whoever reads the account's mail is no stranger: this is the way in while strangers keep guessing. Kept now, after the
        // moment of the reset, which has forgotten all other devices.
        const keptAt = api.clock.now().toISOString();
        return withCookies(
          noContent(),
          setCookie("activation", activation),
          await keepDevice(api, event, { nip: step.nip, keptAt }),
          clearCookie("reset"),
          clearCookie("session"),
        );
      },
    },
  ];
}
