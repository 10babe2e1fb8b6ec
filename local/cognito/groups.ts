/** Groups and who is in them. */
import { z } from "zod";
import { AwsError } from "../kernel/service.ts";
import { type Operations, operation } from "./operation.ts";
import type { Parts } from "./parts.ts";
import type { Group } from "./user-pool.ts";

const group = z.strictObject({ UserPoolId: z.string(), GroupName: z.string().min(1).max(128) });

/** The input of CreateGroup and UpdateGroup. */
const groupDefinition = group.extend({
  Description: z.string().max(2048).optional(),
  RoleArn: z.string().optional(),
  Precedence: z.int().min(0).optional(),
});

const membership = group.extend({ Username: z.string() });

/** All groups are listed at once: a pool of ours has a handful. */
const listGroups = z.strictObject({
  UserPoolId: z.string(),
  Limit: z.int().min(0).max(60).optional(),
});

export function groupOperations({ directory, context }: Parts): Operations {
  const view = (poolId: string, { name, description, roleArn, precedence, ...times }: Group) => ({
    GroupName: name,
    UserPoolId: poolId,
    Description: description,
    RoleArn: roleArn,
    Precedence: precedence,
    CreationDate: times.createdAt / 1000,
    LastModifiedDate: times.modifiedAt / 1000,
  });

  const save = (input: z.output<typeof groupDefinition>, existing?: Group) => {
    const now = context.clock.millis();
    const saved = {
      name: input.GroupName,
      description: input.Description,
      roleArn: input.RoleArn,
      precedence: input.Precedence,
      createdAt: existing?.createdAt ?? now,
      modifiedAt: now,
    };
    directory.saveGroup(input.UserPoolId, saved);
    return { Group: view(input.UserPoolId, saved) };
  };

  const find = (input: z.output<typeof group>) =>
    directory.group(directory.pool(input.UserPoolId).id, input.GroupName);

  return {
    CreateGroup: operation(groupDefinition, (input) => {
      const pool = directory.pool(input.UserPoolId);
      if (directory.findGroup(pool.id, input.GroupName)) {
        throw new AwsError("GroupExistsException", "A group with the name already exists.");
      }
      return save(input);
    }),

    UpdateGroup: operation(groupDefinition, (input) => save(input, find(input))),

    GetGroup: operation(group, (input) => ({ Group: view(input.UserPoolId, find(input)) })),

    DeleteGroup: operation(group, (input) => {
      directory.deleteGroup(input.UserPoolId, find(input).name);
      return {};
    }),

    ListGroups: operation(listGroups, ({ UserPoolId }) => {
      const groups = directory.groups(directory.pool(UserPoolId).id);
      return { Groups: groups.map((each) => view(UserPoolId, each)) };
    }),

    AdminAddUserToGroup: operation(membership, (input) => {
      const { name } = find(input);
      directory.changeUser(directory.pool(input.UserPoolId), input.Username, ({ groups }) => ({
        groups: [...groups.filter((each) => each !== name), name],
      }));
      return {};
    }),

    AdminRemoveUserFromGroup: operation(membership, (input) => {
      const { name } = find(input);
      directory.changeUser(directory.pool(input.UserPoolId), input.Username, ({ groups }) => ({
        groups: groups.filter((each) => each !== name),
      }));
      return {};
    }),

    AdminListGroupsForUser: operation(
      listGroups.extend({ Username: z.string() }),
      ({ UserPoolId, Username }) => {
        const user = directory.user(directory.pool(UserPoolId), Username);
        const groups = directory.groupsOf(UserPoolId, user);
        return { Groups: groups.map((each) => view(UserPoolId, each)) };
      },
    ),
  };
}
