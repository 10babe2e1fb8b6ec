import { fork } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { runningCloud } from "../assembly/running-cloud.ts";
import { lambda, role, table, writeAssembly } from "../assembly/write-assembly.ts";
import { streamArn, streamRights } from "./consumer-assemblies.ts";

test("an event between the write and the function survives a kill", async () => {
  const assembly = (code: string) =>
    writeAssembly(
      {
        S: {
          resources: {
            People: table({ stream: true }, "people"),
            Role: role([streamRights]),
            Fn: lambda("consumer", "Role"),
            Mapping: {
              Type: "AWS::Lambda::EventSourceMapping",
              Properties: {
                EventSourceArn: streamArn,
                FunctionName: { Ref: "Fn" },
                StartingPosition: "TRIM_HORIZON",
              },
            },
          },
        },
      },
      { consumer: { "index.cjs": code } },
    );
  const directory = mkdtempSync(join(tmpdir(), "kartu-kill-"));
  const hangs = assembly(`exports.handler = () => new Promise(() => setInterval(() => {}, 1000));`);
  const child = fork(join(import.meta.dirname, "cloud-to-kill.ts"), [directory, hangs], {
    stdio: "inherit",
  });
  const [message] = await once(child, "message");
  expect(message).toBe("written");
  child.kill("SIGKILL");
  await once(child, "exit");

  const cloud = await runningCloud(
    assembly(`exports.handler = async ({ Records }) => {
      console.log(JSON.stringify({ ids: Records.map((record) => record.dynamodb.Keys.id.S) }));
    };`),
    { directory },
  );
  await cloud.waitUntilIdle();

  const ids = cloud.logs().flatMap(({ text }) => JSON.parse(text).ids ?? []);
  expect(ids).toEqual(["survivor"]);
});
