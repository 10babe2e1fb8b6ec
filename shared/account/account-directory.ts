import { randomBytes } from "node:crypto";
import {
  AdminCreateUserCommand,
  AdminDeleteSoftwareTokenCommand,
  AdminDeleteUserCommand,
  AdminGetUserCommand,
  AdminSetUserPasswordCommand,
  AdminUserGlobalSignOutCommand,
  type CognitoIdentityProviderClient,
  UserNotFoundException,
  UsernameExistsException,
  type UserStatusType,
} from "@aws-sdk/client-cognito-identity-provider";
import type { Reachable } from "#shared/employee/employee.ts";
import type { Nip } from "#shared/employee/nip.ts";
import type { Accounts, NewUser, NewUsers } from "./accounts.ts";
import { employeeIdAttribute, verifiedEmail } from "./cognito-account.ts";

/** The users of Cognito, as an administrator sees them. user-directory.ts signs people in. */
export class AccountDirectory implements Accounts, NewUsers {
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
   * The random password is permanent, because Cognito refuses resets of users that wait for a first one («User password cannot be
   * reset in the current state»).
   */
  async createUser(person: NewUser): Promise<void> {
    const { formerNips = [] } = person;
    const user = this.#user(person.nip);
    const status = await this.#addOrFind(user, person);
    for (const former of formerNips) await this.deleteUser(former.nip);
    if (status !== "FORCE_CHANGE_PASSWORD") return;
    const Password = `${randomBytes(32).toString("base64url")}aA1!`;
    await this.#cognito.send(
      new AdminSetUserPasswordCommand({ ...user, Password, Permanent: true }),
    );
  }

  /** A user that is not there is no failure. */
  async deleteUser(nip: Nip): Promise<void> {
    try {
      await this.#cognito.send(new AdminDeleteUserCommand(this.#user(nip)));
    } catch (error) {
      if (!(error instanceof UserNotFoundException)) throw error;
    }
  }

  /** @returns the state of its password */
  async #addOrFind(
    user: { UserPoolId: string; Username: string },
    { id, email }: Pick<Reachable, "id" | "email">,
  ): Promise<UserStatusType | undefined> {
    const UserAttributes = [...verifiedEmail(email), { Name: employeeIdAttribute, Value: id }];
    try {
      const { User } = await this.#cognito.send(
        new AdminCreateUserCommand({ ...user, UserAttributes, MessageAction: "SUPPRESS" }),
      );
      return User?.UserStatus;
    } catch (error) {
      if (!(error instanceof UsernameExistsException)) throw error;
      const { UserStatus } = await this.#cognito.send(new AdminGetUserCommand(user));
      return UserStatus;
    }
  }

  #user(nip: Nip): { UserPoolId: string; Username: string } {
    return { UserPoolId: this.#poolId, Username: nip };
  }
}
