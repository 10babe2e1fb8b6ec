import type { FunctionError } from "../../lambda/function-error.ts";
import { runningCloud } from "../assembly/running-cloud.ts";
import { lambda, role, writeAssembly } from "../assembly/write-assembly.ts";

/** One function with this code. @returns what invokes it */
export async function runningFunction(code: string, properties: Record<string, unknown> = {}) {
  const assembly = writeAssembly(
    { S: { resources: { Role: role(), Fn: lambda("fn", "Role", properties) } } },
    { fn: { "index.cjs": code } },
  );
  const cloud = await runningCloud(assembly);
  const { functions, asyncInvocations } = cloud.services;
  const fn = functions.named("fn");
  return {
    cloud,
    invoke: (event: unknown = {}) => fn.invoke(event),
    failure: (event: unknown = {}) =>
      fn.invoke(event).then(
        () => undefined,
        (e: FunctionError) => e,
      ),
    invokeLater: (event: unknown) => asyncInvocations.invokeLater(fn.definition.arn, event),
  };
}
