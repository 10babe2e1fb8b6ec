import { randomBytes } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminDeleteSoftwareTokenCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  UsernameExistsException,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Nip } from "#shared/employee/nip.ts";
import type { NewAccount, NewAccounts } from "#shared/employee/register-employee.ts";
import type { Accounts } from "./accounts.ts";
import { employeeIdAttribute, verifiedEmail } from "./cognito-account.ts";

/** The accounts in Cognito. Import makes them; nobody can sign up. user-directory.ts signs people in. */
export class AccountDirectory implements Accounts, NewAccounts {
  readonly #cognito: CognitoIdentityProviderClient;
  readonly #poolId: string;

  constructor(cognito: CognitoIdentityProviderClient, poolId: string) {
    this.#cognito = cognito;
    this.#poolId = poolId;
  }

  async signOutEverywhere(nip: Nip): Promise<void> {
    await this.#cognito.send(new AdminUserGlobalSignOutCommand(this.#user(nip)));
  }

  async resetMfa(nip: Nip): Promise<void> {
    await this.#cognito.send(new AdminDeleteSoftwareTokenCommand(this.#user(nip)));
  }

  /**
   * Makes an account with a random password that nobody knows; its holder sets another one by a reset. The random one is
   * permanent, because Cognito refuses resets of accounts that wait for a first password. A second call changes no password.
   */
  async createAccount({ nip, email, employeeId }: Omit<NewAccount, "instansiId">): Promise<void> {
    const user = this.#user(nip);
    const UserAttributes = [
      ...verifiedEmail(email),
      { Name: employeeIdAttribute, Value: employeeId },
    ];
    try {
      await this.#cognito.send(
        new AdminCreateUserCommand({ ...user, UserAttributes, MessageAction: "SUPPRESS" }),
      );
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
    }
    const { UserStatus } = await this.#cognito.send(new AdminGetUserCommand(user));
    if (UserStatus === "FORCE_CHANGE_PASSWORD") {
      const Password = `${randomBytes(32).toString("base64url")}aA1!`;
      await this.#cognito.send(
        new AdminSetUserPasswordCommand({ ...user, Password, Permanent: true }),
      );
    }
  }

  #user(nip: Nip): { UserPoolId: string; Username: string } {
    return { UserPoolId: this.#poolId, Username: nip };
  }
}
