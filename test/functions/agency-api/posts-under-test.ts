/** The routes of posts on tables in memory. */
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { postRoutes } from "../../../functions/agency-api/post-routes.ts";
import { aNip, anEmployee } from "../../support/builders.ts";
import { callApi, handlerOptions } from "../../support/call-api.ts";
import { DeciderRulesInMemory } from "../../support/decider-rules-in-memory.ts";
import { PostsInMemory } from "../../support/posts-in-memory.ts";
import { signIn } from "../../support/signed-in.ts";
import { UnitsInMemory } from "../../support/units-in-memory.ts";
import { petugas, setUp } from "./agency-api-under-test.ts";

export const path = "officer/agency/posts";
export const reason = "SP 800/12";
export const second = anEmployee({
  id: "emp_dua",
  nip: aNip("197205052009031906"),
  email: "d@c.example",
});

export async function world() {
  const { call: _, ...tables } = await setUp();
  const posts = new PostsInMemory(tables.agencies.history);
  const [rules, units] = [new DeciderRulesInMemory(tables.agencies.history), new UnitsInMemory()];
  const handler = apiHandler(postRoutes({ ...tables, posts, rules, units }), handlerOptions);
  const call = async (by: Employee, method: "GET" | "POST" | "PATCH", at: string, body?: object) =>
    callApi(handler, {
      ...{ method, path: `/api/${at}`, ...(body && { body }) },
      ...(await signIn(tables, by)),
    });
  const add = async (details: object) =>
    (await call(petugas, "POST", path, { details, reason })).body;
  await tables.employees.add(second, {
    ...{ subjectId: second.id, revision: 1, at: second.updatedAt, actor: { role: "import" } },
    ...{ action: "registered", changes: [] },
  });
  return { ...tables, posts, call, add };
}
