import * as z from "zod";
import type { Dependencies } from "./dependencies.ts";
import { invalidParameter } from "./errors.ts";
import { type Operations, operation } from "./operation.ts";
import { type User, userView } from "./user.ts";

const largestPage = 60;

const limit = z.int().min(0).max(largestPage).optional();

const listUsers = z.strictObject({
  UserPoolId: z.string(),
  AttributesToGet: z.array(z.string()).optional(),
  Limit: limit,
  PaginationToken: z.string().optional(),
  Filter: z.string().optional(),
});

/** https://docs.aws.amazon.com/cognito/latest/developerguide/how-to-manage-user-accounts.html#cognito-user-pools-searching-for-users-using-listusers-api */
const searchable: Readonly<Record<string, (user: User) => string | undefined>> = {
  username: ({ username }) => username,
  sub: ({ sub }) => sub,
  "cognito:user_status": ({ status }) => status,
  status: ({ enabled }) => (enabled ? "Enabled" : "Disabled"),
  ...Object.fromEntries(
    ["email", "phone_number", "name", "given_name", "family_name", "preferred_username"].map(
      (name) => [name, ({ attributes }: User) => attributes[name]],
    ),
  ),
};

export function listUserOperations({ directory }: Dependencies): Operations {
  return {
    ListUsers: operation(listUsers, (input) => {
      const pool = directory.pool(input.UserPoolId);
      const wanted = filterOf(input.Filter);
      const { page, next } = pageOf(directory.users(pool.id).filter(wanted), {
        limit: input.Limit,
        token: input.PaginationToken,
      });
      return {
        Users: page.map((user) => userView(withOnly(user, input.AttributesToGet))),
        ...(next ? { PaginationToken: next } : {}),
      };
    }),
  };
}

/** Reads `attribute = "value"` (equal) or `attribute ^= "value"` (begins with). */
function filterOf(filter: string | undefined): (user: User) => boolean {
  if (!filter) return () => true;
  const match = /^\s*"?([\w:]+)"?\s*(\^?=)\s*"((?:[^"\\]|\\.)*)"\s*$/.exec(filter);
  if (!match) throw invalidParameter("Error while parsing filter.");
  const [, name = "", comparison, quoted = ""] = match;
  const read = Object.hasOwn(searchable, name) ? searchable[name] : undefined;
  if (!read) throw invalidParameter(`Attribute ${name} is not searchable.`);
  const value = quoted.replace(/\\(.)/g, "$1");
  return (user) =>
    comparison === "=" ? read(user) === value : (read(user)?.startsWith(value) ?? false);
}

/** A page of users, which come in the order of their usernames; the token is the last of them. */
function pageOf(
  users: readonly User[],
  { limit, token }: { limit: number | undefined; token: string | undefined },
): { page: User[]; next: string | undefined } {
  const after = token === undefined ? "" : Buffer.from(token, "base64url").toString();
  const rest = users.filter(({ username }) => username > after);
  const page = rest.slice(0, limit || largestPage);
  const last = page.length < rest.length ? page.at(-1) : undefined;
  return { page, next: last && Buffer.from(last.username).toString("base64url") };
}

function withOnly(user: User, names: readonly string[] | undefined): User {
  if (!names) return user;
  const chosen = Object.entries(user.attributes).filter(([name]) => names.includes(name));
  return { ...user, attributes: Object.fromEntries(chosen) };
}
