import {
  AdminAddUserToGroupCommand,
  AdminDisableUserCommand,
  AdminListGroupsForUserCommand,
  AdminRemoveUserFromGroupCommand,
  CreateGroupCommand,
  DeleteGroupCommand,
  ListGroupsCommand,
  ListUsersCommand,
  type ListUsersCommandInput,
  ListUsersInGroupCommand,
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

test("groups have members until either goes", async () => {
  const { UserPoolId } = pool;
  const username = await cloud.aUser(pool);
  const GroupName = "officer";
  await cloud.sdk.send(new CreateGroupCommand({ UserPoolId, GroupName, Description: "Petugas" }));
  await expect(
    cloud.sdk.send(new CreateGroupCommand({ UserPoolId, GroupName })),
  ).rejects.toMatchObject({ name: "GroupExistsException" });

  const membership = { UserPoolId, Username: username, GroupName };
  const members = async () =>
    (await cloud.sdk.send(new ListUsersInGroupCommand({ UserPoolId, GroupName }))).Users?.length;
  const groups = async () => {
    const user = { UserPoolId, Username: username };
    const { Groups = [] } = await cloud.sdk.send(new AdminListGroupsForUserCommand(user));
    return Groups.map((group) => group.GroupName);
  };
  await cloud.sdk.send(new AdminAddUserToGroupCommand(membership));
  await cloud.sdk.send(new AdminAddUserToGroupCommand(membership));
  expect([await members(), await groups()]).toEqual([1, ["officer"]]);
  await cloud.sdk.send(new AdminRemoveUserFromGroupCommand(membership));
  expect([await members(), await groups()]).toEqual([0, []]);
  await cloud.sdk.send(new AdminAddUserToGroupCommand(membership));
  await cloud.sdk.send(new DeleteGroupCommand({ UserPoolId, GroupName }));
  expect(await groups()).toEqual([]);
  expect((await cloud.sdk.send(new ListGroupsCommand({ UserPoolId }))).Groups).toEqual([]);
  await expect(cloud.sdk.send(new AdminAddUserToGroupCommand(membership))).rejects.toMatchObject({
    name: "ResourceNotFoundException",
  });
});
