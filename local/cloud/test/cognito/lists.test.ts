import {
  AdminDisableUserCommand,
  ListUsersCommand,
  type ListUsersCommandInput,
} from "@aws-sdk/client-cognito-identity-provider";
import { expect, test } from "vitest";
import { cognitoForThisFile } from "./cognito-under-test.ts";
import { passwordOnly, poolWithAttributes } from "./strict-pool.ts";

const { cloud, pool } = cognitoForThisFile(poolWithAttributes);

function list(input: Partial<ListUsersCommandInput>, UserPoolId = pool.UserPoolId) {
  return cloud.sdk.send(new ListUsersCommand({ UserPoolId, ...input }));
}

test("users are listed by filter and in pages", async () => {
  const own = await cloud.aPool(passwordOnly);
  const { UserPoolId } = own;
  for (const name of ["a1", "a2", "b1"]) {
    const UserAttributes = [{ Name: "email", Value: `${name}@example.test` }];
    await cloud.createUser(own, name, { UserAttributes });
  }
  await cloud.sdk.send(new AdminDisableUserCommand({ UserPoolId, Username: "b1" }));
  const names = async (Filter: string) => {
    const { Users = [] } = await list({ Filter }, UserPoolId);
    return Users.map(({ Username }) => Username);
  };
  expect(await names('username = "a1"')).toEqual(["a1"]);
  expect(await names('username ^= "a"')).toEqual(["a1", "a2"]);
  expect(await names('email = "b1@example.test"')).toEqual(["b1"]);
  expect(await names('status = "Disabled"')).toEqual(["b1"]);
  expect(await names('cognito:user_status = "CONFIRMED"')).toEqual([]);
  await expect(names("username is a1")).rejects.toThrow("Error while parsing filter.");
  await expect(names('custom:unit = "U1"')).rejects.toMatchObject({
    name: "InvalidParameterException",
  });

  const first = await list({ Limit: 2 }, UserPoolId);
  expect(first.Users).toHaveLength(2);
  const second = await list(
    { Limit: 2, PaginationToken: first.PaginationToken, AttributesToGet: ["email"] },
    UserPoolId,
  );
  expect(second.Users?.map(({ Username }) => Username)).toEqual(["b1"]);
  expect(second).not.toHaveProperty("PaginationToken");
});
