import { randomInt, randomUUID } from "node:crypto";
import { TOTP } from "otpauth";
import type { Accounts, NewUsers } from "#shared/account/accounts.ts";
import type { PasswordResets } from "#shared/account/password-resets.ts";
import type { SignedIn, Users } from "#shared/account/users.ts";
import type { Employee, EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { Clock } from "#shared/runtime/clock.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { newTotpSecret } from "../../../local/cloud/cognito/totp.ts";

export interface User {
  readonly employeeId: EmployeeId;
  password?: string | undefined;
  /** Of the authenticator, base32. */
  key?: string | undefined;
  usedCode?: string | undefined;
  resetCode?: string | undefined;
}

/** The code that an authenticator with this key shows now. */
export function codeOf(key: string, clock: Clock): string {
  return new TOTP({ secret: key }).generate({ timestamp: clock.now().getTime() });
}

const accessTokenOf = ({ employeeId }: User) => `access of ${employeeId}`;

/** Cognito with secrets of each person's own, so that who has one person's cannot use them for another. */
export class Directory implements Users, PasswordResets, Accounts, NewUsers {
  readonly users = new Map<Nip, User>();
  readonly #clock: Clock;
  readonly #deliver: (to: string, code: string) => void;
  readonly #sessions = new Map<string, { nip: Nip; key?: string }>();

  constructor(clock: Clock, deliver: (to: string, code: string) => void) {
    this.#clock = clock;
    this.#deliver = deliver;
  }

  async checkPassword(nip: Nip, password: string) {
    const user = this.users.get(nip);
    if (user?.password === undefined || user.password !== password)
      throw new Unauthenticated("login-refused");
    const next = user.key ? "code" : "enrolment";
    return { next, cognitoSession: this.#open(nip) } as const;
  }

  async checkCode(nip: Nip, cognitoSession: string, code: string): Promise<SignedIn> {
    const user = this.users.get(nip);
    if (!user?.key || this.#sessions.get(cognitoSession)?.nip !== nip)
      throw new Unauthenticated("step-expired");
    if (code !== codeOf(user.key, this.#clock) || code === user.usedCode)
      throw new Unauthenticated("code-refused");
    user.usedCode = code;
    this.#sessions.delete(cognitoSession);
    const { employeeId } = user;
    return { employeeId, accessToken: accessTokenOf(user), refreshToken: "" };
  }

  async changePassword(
    accessToken: string,
    { present, next }: { present: string; next: string },
  ): Promise<void> {
    const user = [...this.users.values()].find((each) => accessToken === accessTokenOf(each));
    if (user?.password !== present) throw new Unauthenticated("login-refused");
    user.password = next;
  }

  async newAuthenticatorKey(cognitoSession: string) {
    const nip = this.#sessions.get(cognitoSession)?.nip;
    if (!nip || !this.#sessions.delete(cognitoSession)) throw new Unauthenticated("step-expired");
    const key = newTotpSecret();
    return { key, cognitoSession: this.#open(nip, key) };
  }

  async registerAuthenticator(nip: Nip, cognitoSession: string, { code }: { code: string }) {
    const begun = this.#sessions.get(cognitoSession);
    const user = this.users.get(nip);
    if (!user || begun?.nip !== nip || !begun.key) throw new Unauthenticated("step-expired");
    if (code !== codeOf(begun.key, this.#clock)) throw new Unauthenticated("code-refused");
    user.key = begun.key;
  }

  async createUser({ id, nip }: Pick<Employee, "id" | "nip">): Promise<void> {
    if (!this.users.has(nip)) this.users.set(nip, { employeeId: id });
  }

  async sendResetCode(nip: Nip, email: string) {
    const user = this.users.get(nip);
    if (!user) return "no-account" as const;
    user.resetCode = String(randomInt(1_000_000)).padStart(6, "0");
    this.#deliver(email, user.resetCode);
    return "code-sent" as const;
  }

  async resetPassword(nip: Nip, code: string, newPassword: string): Promise<void> {
    const user = this.users.get(nip);
    if (!user?.resetCode || user.resetCode !== code)
      throw new Unauthenticated("reset-code-refused");
    user.resetCode = undefined;
    user.password = newPassword;
  }

  async refuseReset(): Promise<never> {
    throw new Unauthenticated("reset-code-refused");
  }

  async resetMfa(nip: Nip): Promise<void> {
    const user = this.users.get(nip);
    if (user) user.key = undefined;
  }

  async revoke(): Promise<void> {}
  async signOutEverywhere(): Promise<void> {}

  #open(nip: Nip, key?: string): string {
    const cognitoSession = randomUUID();
    this.#sessions.set(cognitoSession, { nip, ...(key && { key }) });
    return cognitoSession;
  }
}
