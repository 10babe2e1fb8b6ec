/**
 * How many calls of a kind Cognito takes in a second, of one account («Amazon Cognito user pools API operation categories and request rate
 * quotas», Amazon Cognito Developer Guide, "Quotas in Amazon Cognito").
 */
import * as z from "zod";
import type { CloudClock } from "../kernel/clock.ts";
import type { Operation } from "../kernel/json-service.ts";
import { AwsError } from "../kernel/service.ts";
import type { Operations } from "./operation.ts";

/** Calls in a second. */
export const defaultQuotas = {
  UserAuthentication: 120,
  /** Answers to challenges have three times the quota of UserAuthentication for themselves. */
  ChallengeResponse: 360,
  UserCreation: 50,
  UserAccountRecovery: 30,
  UserRead: 120,
  UserUpdate: 25,
  UserToken: 120,
  UserList: 30,
  UserResourceUpdate: 25,
  UserPoolRead: 15,
  UserPoolUpdate: 15,
  UserPoolClientRead: 15,
  UserPoolClientUpdate: 15,
} as const;
type Category = keyof typeof defaultQuotas;
export type CognitoQuotas = Readonly<Record<Category, number>>;

/** "Any individual operation in this category" may be called so often for one pool (as above). */
const perPool = 5;
const limitedPerPool: ReadonlySet<Category> = new Set([
  "UserPoolClientRead",
  "UserPoolClientUpdate",
]);

const categories: Readonly<Record<string, Category>> = {
  AdminInitiateAuth: "UserAuthentication",
  InitiateAuth: "UserAuthentication",
  AdminRespondToAuthChallenge: "ChallengeResponse",
  RespondToAuthChallenge: "ChallengeResponse",
  AdminCreateUser: "UserCreation",
  SignUp: "UserCreation",
  ForgotPassword: "UserAccountRecovery",
  ConfirmForgotPassword: "UserAccountRecovery",
  AdminResetUserPassword: "UserAccountRecovery",
  AdminSetUserPassword: "UserAccountRecovery",
  ChangePassword: "UserAccountRecovery",
  AdminGetUser: "UserRead",
  GetUser: "UserRead",
  AdminUpdateUserAttributes: "UserUpdate",
  AdminDeleteUser: "UserUpdate",
  AdminDisableUser: "UserUpdate",
  AdminEnableUser: "UserUpdate",
  AdminUserGlobalSignOut: "UserUpdate",
  GlobalSignOut: "UserUpdate",
  RevokeToken: "UserToken",
  GetTokensFromRefreshToken: "UserToken",
  ListUsers: "UserList",
  AssociateSoftwareToken: "UserResourceUpdate",
  VerifySoftwareToken: "UserResourceUpdate",
  SetUserMFAPreference: "UserResourceUpdate",
  AdminSetUserMFAPreference: "UserResourceUpdate",
  AdminDeleteSoftwareToken: "UserResourceUpdate",
  DescribeUserPool: "UserPoolRead",
  ListUserPools: "UserPoolRead",
  GetUserPoolMfaConfig: "UserPoolRead",
  CreateUserPool: "UserPoolUpdate",
  DeleteUserPool: "UserPoolUpdate",
  SetUserPoolMfaConfig: "UserPoolUpdate",
  DescribeUserPoolClient: "UserPoolClientRead",
  ListUserPoolClients: "UserPoolClientRead",
  CreateUserPoolClient: "UserPoolClientUpdate",
  DeleteUserPoolClient: "UserPoolClientUpdate",
};

const ofPool = z.object({ UserPoolId: z.string() });

const secondMillis = 1000;

/** Counts calls, and refuses those above the quota of their category. */
export class RequestQuotas {
  readonly #clock: CloudClock;
  readonly #quotas: CognitoQuotas;
  /** When calls of the last second came, by category or by operation and pool. */
  readonly #calls = new Map<string, number[]>();

  constructor(clock: CloudClock, quotas: CognitoQuotas) {
    this.#clock = clock;
    this.#quotas = quotas;
  }

  /**
   * The operations, each of which counts its calls first.
   * @throws Error for an operation without a category; its calls throw AwsError TooManyRequestsException above the quota
   */
  limit(operations: Operations): Operations {
    return Object.fromEntries(
      Object.entries(operations).map(([name, run]): [string, Operation] => {
        const category = categories[name];
        if (!category) throw new Error(`Nobody has said which quota ${name} has.`);
        return [
          name,
          (input, caller) => {
            this.#spend(name, category, ofPool.safeParse(input).data?.UserPoolId);
            return run(input, caller);
          },
        ];
      }),
    );
  }

  #spend(operation: string, category: Category, poolId: string | undefined): void {
    this.#count(category, this.#quotas[category]);
    if (limitedPerPool.has(category)) this.#count(`${operation} ${poolId}`, perPool);
  }

  #count(key: string, quota: number): void {
    const now = this.#clock.millis();
    const recent = (this.#calls.get(key) ?? []).filter(
      // The cloud's clock can be set back.
      (at) => at > now - secondMillis && at <= now,
    );
    if (recent.length >= quota) {
      this.#calls.set(key, recent);
      throw new AwsError("TooManyRequestsException", "Rate exceeded");
    }
    this.#calls.set(key, [...recent, now]);
  }
}
