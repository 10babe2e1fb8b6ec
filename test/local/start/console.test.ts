import { get } from "node:http";
import { expect, test } from "vitest";
import type { Cloud } from "../../../local/cloud/cloud.ts";
import { runningCloud } from "../../../local/cloud/test/assembly/running-cloud.ts";
import { lambda, role, writeAssembly } from "../../../local/cloud/test/assembly/write-assembly.ts";
import { serveConsole } from "../../../local/start/console/console.ts";

/** A console of a cloud with one function and a queue whose letters die at once. */
async function openConsole(code = "exports.handler = async () => 1;") {
  const DeadLetters = { "Fn::GetAtt": ["Dead", "Arn"] };
  const RedrivePolicy = { deadLetterTargetArn: DeadLetters, maxReceiveCount: 1 };
  const assembly = writeAssembly(
    {
      S: {
        resources: {
          Role: role(),
          Fn: lambda("fn", "Role"),
          Dead: { Type: "AWS::SQS::Queue", Properties: { QueueName: "dead" } },
          Alarm: {
            Type: "AWS::CloudWatch::Alarm",
            Properties: {
              ...{ AlarmDescription: "<Nobody> gets it", Threshold: 0, Period: 300 },
              ...{ ComparisonOperator: "GreaterThanThreshold", EvaluationPeriods: 1 },
              ...{ Namespace: "AWS/SQS", MetricName: "ApproximateNumberOfMessagesVisible" },
              Dimensions: [{ Name: "QueueName", Value: { "Fn::GetAtt": ["Dead", "QueueName"] } }],
            },
          },
          Work: {
            Type: "AWS::SQS::Queue",
            Properties: { QueueName: "work", VisibilityTimeout: 0, RedrivePolicy },
          },
        },
      },
    },
    { fn: { "index.cjs": code } },
  );
  let running: Cloud | undefined;
  const cloud = await runningCloud(assembly, { extraRoutes: serveConsole(() => running) });
  running = cloud;
  const origin = cloud.extraUrl ?? "";
  return {
    cloud,
    origin,
    page: async (path: string) => (await fetch(`${origin}${path}`)).text(),
    move: (headers: Record<string, string>) =>
      fetch(`${origin}/clock`, {
        ...{ method: "POST", redirect: "manual", headers },
        body: new URLSearchParams({ move: "day" }),
      }),
  };
}

test("a message that nobody could handle is shown with its words, and stays where it is", async () => {
  const { cloud, page } = await openConsole();
  const [work = "", dead = ""] = ["work", "dead"].map((name) =>
    cloud.services.sqs.queueArns().find((arn) => arn.endsWith(name)),
  );
  cloud.services.sqs.send(work, "<b>what nobody could do</b>");
  cloud.services.sqs.receive(work, 1);
  cloud.services.sqs.receive(work, 1);

  const html = await page("/queues");

  expect(html).toContain("&#60;b&#62;what nobody could do");
  expect(html).toMatch(/<td>dead<\/td><td>surat mati<\/td><td>1<\/td><td>0<\/td><td>0<\/td>/);
  expect(cloud.services.sqs.depth(dead)).toEqual({ visible: 1, inFlight: 0, delayed: 0 });
});

test("an address that no URL has ends nothing: any page of the browser may ask for it", async () => {
  const { origin, page } = await openConsole();
  const { hostname, port } = new URL(origin);
  const answered = await new Promise<number | undefined>((resolve, reject) => {
    // A client that sends what it is told, as `fetch` does with «//».
    const request = get({ hostname, port, path: "//" }, (response) => {
      response.resume();
      resolve(response.statusCode);
    });
    request.on("error", reject);
  });

  expect(answered).toBe(302);
  expect(await page("/queues")).toContain("<td>dead</td>");
});

test("an alarm is shown with what it is about, and rings while its queue holds a message", async () => {
  const { cloud, page } = await openConsole();
  const dead = cloud.services.sqs.queueArns().find((arn) => arn.endsWith("dead")) ?? "";
  const rowOf = async () =>
    /<tr><td>(.*)<\/td><td><span lang="en">(.*)<\/span>/.exec(await page("/alarms"))?.slice(1);

  expect(await rowOf()).toEqual(["Tenang", "&#60;Nobody&#62; gets it"]);
  cloud.services.sqs.send(dead, "{}");
  expect(await rowOf()).toEqual(["<strong>Berbunyi</strong>", "&#60;Nobody&#62; gets it"]);
});

test("what functions said is listed, and found by the reference code of a request", async () => {
  const { cloud, page } = await openConsole(`exports.handler = async () => {
    console.log(JSON.stringify({ timestamp: "2026-11-26T00:00:00Z", level: "INFO", message: "card.issued", requestId: "r1", note: "<i>" }));
    console.log(JSON.stringify({ timestamp: "2026-11-26T00:00:00Z", level: "ERROR", message: "request.failed", requestId: "r1", reference: "K7Q2-M9XB" }));
    console.log(JSON.stringify({ timestamp: "2026-11-26T00:00:00Z", level: "INFO", message: "card.shown", requestId: "r2" }));
  };`);
  await cloud.services.functions.named("fn").invoke({});

  expect(await page("/events")).toMatch(/card\.shown[\s\S]*request\.failed[\s\S]*card\.issued/);
  const found = await page("/logs?rujukan=k7q2-m9xb");
  expect(found).toContain("2 baris");
  expect(found).toContain("request.failed");
  expect(found).toContain("&#60;i&#62;");
  expect(found).not.toContain("card.shown");
  expect(await page("/logs?rujukan=%3Cb%3E")).toContain("Tidak ada log dengan kode &#60;B&#62;");
});

test("the console moves the cloud's time, and only for itself", async () => {
  const { cloud, origin, move, page } = await openConsole();
  const before = cloud.clock.millis();

  expect((await move({ origin: "http://elsewhere.example" })).status).toBe(403);
  expect((await move({})).status).toBe(403);
  expect(cloud.clock.millis() - before).toBeLessThan(60_000);
  expect((await move({ origin })).status).toBe(303);

  expect(cloud.clock.millis() - before).toBeGreaterThanOrEqual(86_400_000);
  expect(await page("/clock")).toContain("1440 menit di depan komputer ini");
});
