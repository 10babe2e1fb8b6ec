/** A function's code: bundled late, replaced, and with the packages of its layers. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { lambda, role, writeAssembly } from "../assembly/write-assembly.ts";
import { runningFunction } from "./running-function.ts";

test("while the code is still being bundled an invocation waits for it", async () => {
  const assembly = writeAssembly(
    { S: { resources: { Role: role(), Fn: lambda("fn", "Role") } } },
    { fn: { "readme.txt": "no code yet" } },
  );
  const code = Promise.withResolvers<void>();
  const { services } = await runningCloud(assembly, { codeReady: code.promise });
  const fn = services.functions.named("fn");
  const answer = fn.invoke({});

  writeFileSync(join(fn.definition.codeDirectory, "index.cjs"), "exports.handler = async () => 1;");
  code.resolve();

  expect(await answer).toBe(1);
});

test("a function finds the packages its layers bring, and no others", async () => {
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Role: role(),
          Layer: {
            Type: "AWS::Lambda::LayerVersion",
            Properties: { Content: { S3Bucket: "assets", S3Key: "layer.zip" } },
          },
          With: lambda("draw", "Role", { Layers: [{ Ref: "Layer" }], FunctionName: "with" }),
          Without: lambda("draw", "Role", { FunctionName: "without" }),
        },
      },
    },
    {
      draw: {
        "index.cjs": `const { createCanvas } = require("@napi-rs/canvas");
          exports.handler = async () => createCanvas(2, 2).toBuffer("image/png").length > 0;`,
      },
      layer: {
        "nodejs/package.json": JSON.stringify({ dependencies: { "@napi-rs/canvas": "1" } }),
      },
    },
  );
  const { functions } = (await runningCloud(assembly)).services;

  expect(await functions.named("with").invoke({})).toBe(true);
  await expect(functions.named("without").invoke({})).rejects.toThrow("no layer of the function");
});

test("new code: what runs finishes with the old, what comes later waits for the new and gets it", async () => {
  const { cloud, invoke } = await runningFunction(
    `exports.handler = async ({ until }) => {
       while (until && !require("node:fs").existsSync(until)) await new Promise((r) => setTimeout(r, 5));
       return "old";
     };`,
    { ReservedConcurrentExecutions: 2 },
  );
  const fn = cloud.services.functions.named("fn");
  const { codeDirectory } = fn.definition;
  const signal = join(codeDirectory, "signal");
  await invoke();
  const running = invoke({ until: signal });
  const bundled = Promise.withResolvers<void>();
  const served = fn.updateCode(() => bundled.promise);
  const later = invoke();

  writeFileSync(join(codeDirectory, "index.cjs"), 'exports.handler = async () => "new";');
  bundled.resolve();
  await served();
  writeFileSync(signal, "");

  expect(await running).toBe("old");
  expect(await later).toBe("new");
  expect(await invoke()).toBe("new");
});
