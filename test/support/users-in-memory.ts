import { randomUUID } from "node:crypto";
import type { Accounts, NewUser, NewUsers } from "#shared/account/accounts.ts";
import type { PasswordResets } from "#shared/account/password-resets.ts";
import type { SignedIn, Users } from "#shared/account/users.ts";
import type { EmployeeId } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { newTotpSecret } from "../../local/cloud/cognito/totp.ts";

interface User {
  readonly nip: Nip;
  readonly employeeId: EmployeeId;
  password: string;
  hasAuthenticator?: boolean;
  isDisabled?: boolean;
}

/** The code every authenticator shows, as long as it has not been used. */
export const rightCode = "123456";
/** The code that is in every reset mail. */
export const mailedCode = "654321";

/** Cognito without Cognito: one code is right, and used up by signing in until `nextCode`. */
export class UsersInMemory implements Users, PasswordResets, Accounts, NewUsers {
  readonly revoked: string[] = [];
  readonly signedOut: Nip[] = [];
  /** Auth challenges whose codes were tried on nobody. */
  readonly refusedFor: string[] = [];
  readonly mails: { nip: Nip; email: string }[] = [];
  calls = 0;
  readonly #users: User[];
  readonly #cognitoSessions = new Map<string, Nip>();
  #isCodeUsed = false;

  constructor(...users: User[]) {
    this.#users = users;
  }

  /** Whose user it is; undefined when nobody has this name. */
  employeeIdOf(nip: Nip): EmployeeId | undefined {
    return this.#find(nip)?.employeeId;
  }

  nextCode(): void {
    this.#isCodeUsed = false;
  }

  async checkPassword(nip: Nip, password: string) {
    this.calls += 1;
    const user = this.#find(nip);
    if (!user || user.isDisabled || user.password !== password)
      throw new Unauthenticated("login-refused");
    const next = user.hasAuthenticator ? "code" : "enrolment";
    return { next, cognitoSession: this.#open(nip) } as const;
  }

  async checkCode(nip: Nip, cognitoSession: string, code: string): Promise<SignedIn> {
    this.calls += 1;
    const user = this.#find(nip);
    if (!user || this.#cognitoSessions.get(cognitoSession) !== nip)
      throw new Unauthenticated("step-expired");
    if (code !== rightCode || this.#isCodeUsed) throw new Unauthenticated("code-refused");
    this.#isCodeUsed = true;
    this.#cognitoSessions.delete(cognitoSession);
    const { employeeId } = user;
    return {
      employeeId,
      accessToken: `access-of-${employeeId}`,
      refreshToken: `refresh-of-${employeeId}`,
    };
  }

  async newAuthenticatorKey(cognitoSession: string) {
    this.calls += 1;
    const nip = this.#cognitoSessions.get(cognitoSession);
    if (!nip || !this.#cognitoSessions.delete(cognitoSession))
      throw new Unauthenticated("step-expired");
    return { key: newTotpSecret(), cognitoSession: this.#open(nip) };
  }

  async registerAuthenticator(nip: Nip, cognitoSession: string, { code }: { code: string }) {
    this.calls += 1;
    const user = this.#find(nip);
    if (!user || this.#cognitoSessions.get(cognitoSession) !== nip)
      throw new Unauthenticated("step-expired");
    if (code !== rightCode) throw new Unauthenticated("code-refused");
    user.hasAuthenticator = true;
  }

  async changePassword(
    accessToken: string,
    { present, next }: { present: string; next: string },
  ): Promise<void> {
    this.calls += 1;
    const user = this.#users.find(({ employeeId }) => accessToken === `access-of-${employeeId}`);
    if (user?.password !== present) throw new Unauthenticated("login-refused");
    user.password = next;
  }

  async createUser({ id, nip, formerNips = [] }: NewUser): Promise<void> {
    for (const former of formerNips) {
      const at = this.#users.findIndex((user) => user.nip === former.nip);
      if (at >= 0) this.#users.splice(at, 1);
    }
    // With a password that nobody knows.
    if (!this.#find(nip)) this.#users.push({ nip, employeeId: id, password: randomUUID() });
  }

  async sendResetCode(nip: Nip, email: string) {
    const user = this.#find(nip);
    if (!user || user.isDisabled) return "no-account" as const;
    this.mails.push({ nip, email });
    return "code-sent" as const;
  }

  async resetPassword(nip: Nip, code: string, newPassword: string): Promise<void> {
    this.calls += 1;
    const user = this.#find(nip);
    if (!user || code !== mailedCode) throw new Unauthenticated("reset-code-refused");
    user.password = newPassword;
  }

  async refuseReset(challengeId: string): Promise<never> {
    this.calls += 1;
    this.refusedFor.push(challengeId);
    throw new Unauthenticated("reset-code-refused");
  }

  async revoke(refreshToken: string): Promise<void> {
    this.revoked.push(refreshToken);
  }

  async resetMfa(nip: Nip): Promise<void> {
    const user = this.#find(nip);
    if (user) user.hasAuthenticator = false;
  }

  async signOutEverywhere(nip: Nip): Promise<void> {
    this.signedOut.push(nip);
  }

  #find(nip: Nip): User | undefined {
    return this.#users.find((user) => user.nip === nip);
  }

  #open(nip: Nip): string {
    const cognitoSession = randomUUID();
    this.#cognitoSessions.set(cognitoSession, nip);
    return cognitoSession;
  }
}
