import type { Pool } from "./user-pool.ts";

type UserStatus = "CONFIRMED" | "FORCE_CHANGE_PASSWORD" | "RESET_REQUIRED";

/** The SRP verifier of a password; the password itself is never kept. */
export interface Password {
  /** Hex. */
  readonly salt: string;
  /** Hex. */
  readonly verifier: string;
  /** Milliseconds. */
  readonly setAt: number;
}

/** A TOTP secret the user has proved to hold. */
export interface SoftwareToken {
  readonly secret: string;
  readonly deviceName: string;
  /** The time step of the last code that was used, so that none is used twice. */
  readonly lastStep: number;
}

/** A user, as one document. Times in milliseconds. */
export interface User {
  readonly username: string;
  readonly sub: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly enabled: boolean;
  readonly status: UserStatus;
  readonly password: Password;
  /** Newest first, as many as the pool's password history asks for. */
  readonly previousPasswords: readonly Password[];
  readonly softwareToken?: SoftwareToken | undefined;
  /** A secret given out by AssociateSoftwareToken to a signed-in user, not yet proved. */
  readonly pendingSecret?: string | undefined;
  /** The user's own choice, which counts where the pool leaves MFA optional. */
  readonly prefersSoftwareToken: boolean;
  /** Counts global sign-outs; tokens of an earlier count are revoked. */
  readonly signOuts: number;
  readonly createdAt: number;
  readonly modifiedAt: number;
}

/** True when a sign-in must answer SOFTWARE_TOKEN_MFA. */
export function usesSoftwareToken(pool: Pool, user: User): boolean {
  if (!user.softwareToken) return false;
  const mode = pool.definition.MfaConfiguration;
  return mode === "ON" || (mode === "OPTIONAL" && user.prefersSoftwareToken);
}

/** The user as ListUsers and AdminCreateUser show it; AWS writes times in seconds. */
export function userView(user: User): Record<string, unknown> {
  return { ...userCore(user), Attributes: attributeList(user) };
}

/** The user as AdminGetUser shows it. */
export function adminUserView(pool: Pool, user: User): Record<string, unknown> {
  return { ...userCore(user), UserAttributes: attributeList(user), ...mfaView(pool, user) };
}

export function mfaView(pool: Pool, user: User): Record<string, unknown> {
  return usesSoftwareToken(pool, user)
    ? { UserMFASettingList: ["SOFTWARE_TOKEN_MFA"], PreferredMfaSetting: "SOFTWARE_TOKEN_MFA" }
    : {};
}

export function attributeList({ sub, attributes }: Pick<User, "sub" | "attributes">): {
  Name: string;
  Value: string;
}[] {
  return Object.entries({ sub, ...attributes }).map(([Name, Value]) => ({ Name, Value }));
}

function userCore(user: User): Record<string, unknown> {
  return {
    Username: user.username,
    UserStatus: user.status,
    Enabled: user.enabled,
    UserCreateDate: user.createdAt / 1000,
    UserLastModifiedDate: user.modifiedAt / 1000,
  };
}
