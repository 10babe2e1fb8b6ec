/** Lambda's Invoke, by AWS's own client: who may, what comes back, what is refused. */
import { InvokeCommand, LambdaClient } from "@aws-sdk/client-lambda";
import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { allow, arnOf, lambda, role, writeAssembly } from "../assembly/write-assembly.ts";

/** A function with this code, and a client for each of two roles of which one may invoke it. */
async function invokable(code: string, properties: Record<string, unknown> = {}) {
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Role: role(),
          Caller: role([allow(["lambda:InvokeFunction"], arnOf("Fn"))]),
          Stranger: role(),
          Fn: lambda("fn", "Role", properties),
          AsCaller: lambda("caller", "Caller"),
          AsStranger: lambda("stranger", "Stranger"),
        },
      },
    },
    { fn: { "index.cjs": code }, caller: { "index.cjs": "" }, stranger: { "index.cjs": "" } },
  );
  const { services, client } = await runningCloud(assembly);
  const { functions, iam } = services;
  const clientOf = (name: string) => {
    const { roleArn } = functions.named(name).definition;
    const credentials = iam.issueKey(iam.role(roleArn, name));
    return new LambdaClient({ ...client, credentials, maxAttempts: 1 });
  };
  const [caller, stranger] = [clientOf("caller"), clientOf("stranger")];
  const { arn } = functions.named("fn").definition;
  return { caller, stranger, arn };
}

const invoke = (client: LambdaClient, FunctionName: string, payload: unknown = {}) =>
  client.send(new InvokeCommand({ FunctionName, Payload: JSON.stringify(payload) }));

test("who may invoke a function gets its answer, by its name and by its ARN", async () => {
  const { caller, arn } = await invokable("exports.handler = async ({ a }) => ({ b: a + 1 });");

  for (const name of ["fn", arn]) {
    const answer = await invoke(caller, name, { a: 1 });
    expect(answer).toMatchObject({ StatusCode: 200, ExecutedVersion: "$LATEST" });
    expect(answer.FunctionError).toBeUndefined();
    expect(answer.Payload?.transformToString()).toBe('{"b":2}');
  }
});

test("who may not is refused", async () => {
  const { stranger } = await invokable("exports.handler = async () => 1;");

  await expect(invoke(stranger, "fn")).rejects.toThrow(
    expect.objectContaining({ name: "AccessDeniedException" }),
  );
});

test("what the handler throws is an answer that says so", async () => {
  const { caller } = await invokable(
    `exports.handler = async () => { throw new TypeError("no such thing"); };`,
  );
  const { StatusCode, FunctionError, Payload } = await invoke(caller, "fn");

  expect([StatusCode, FunctionError]).toEqual([200, "Unhandled"]);
  expect(JSON.parse(Payload?.transformToString() ?? "")).toMatchObject({
    errorType: "TypeError",
    errorMessage: "no such thing",
  });
});

test("more than are reserved are throttled", async () => {
  const { caller } = await invokable(
    "exports.handler = () => new Promise((resolve) => setTimeout(resolve, 300));",
    { ReservedConcurrentExecutions: 1 },
  );
  const all = await Promise.allSettled([invoke(caller, "fn"), invoke(caller, "fn")]);

  expect(
    all.map((each) => (each.status === "rejected" ? each.reason.name : "done")).sort(),
  ).toEqual(["TooManyRequestsException", "done"]);
});

test("an event is taken at once, and the function invoked with it", async () => {
  const { caller } = await invokable(
    `let seen; exports.handler = async (event) => event.ask ? seen : (seen = event);`,
    { ReservedConcurrentExecutions: 1 },
  );
  const { StatusCode } = await caller.send(
    new InvokeCommand({ FunctionName: "fn", InvocationType: "Event", Payload: '{"a":1}' }),
  );
  expect(StatusCode).toBe(202);

  await expect
    .poll(
      async () => {
        const answer = await invoke(caller, "fn", { ask: true }).catch(() => undefined);
        return answer?.Payload?.transformToString();
      },
      { timeout: 20_000, interval: 500 },
    )
    .toBe('{"a":1}');
});

test("a function that is not there, a payload that is no JSON and another kind of invocation are refused", async () => {
  const { caller } = await invokable("exports.handler = async () => 1;");
  const invoked = (more: object) =>
    caller.send(new InvokeCommand({ FunctionName: "fn", ...more })).catch(({ name }) => name);

  expect(await invoked({ FunctionName: "nobody" })).toBe("ResourceNotFoundException");
  expect(await invoked({ Payload: "not JSON" })).toBe("InvalidRequestContentException");
  expect(await invoked({ InvocationType: "DryRun" })).toBe("UnknownOperationException");
});
