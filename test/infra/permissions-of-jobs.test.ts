import { expect, test } from "vitest";
import * as z from "zod";
import { permissions, resources, rightsOf, whoMay } from "./permissions.ts";
import { ofType, ourFunctions, refersTo } from "./templates.ts";

const target = z.object({ RoleArn: z.json(), DeadLetterConfig: z.object({ Arn: z.json() }) });

test("the reconciler looks and asks again; it sees no record and no card, and writes only when it asks next", () => {
  expect(rightsOf("reconciler")).toEqual([
    "GetQueueAttributes photoqueue",
    "GetQueueAttributes redrawqueue",
    "ListBucket photobucket",
    "Query bulktable/index/by-due",
    "Query cardtable/index/by-renewal",
    "Query openchangetable/index/by-due",
    "SendMessage bulkqueue",
    "SendMessage photoqueue",
    "SendMessage redrawqueue",
    "UpdateItem bulktable",
    // Of a signature, when it was asked for; of a card nothing.
    "UpdateItem cardtable",
    "UpdateItem openchangetable",
    "UpdateItem phototable",
  ]);
});

test("who judges files that may be hostile reads records, markers and units, and writes what it found and nothing else", () => {
  expect(rightsOf("import-judge")).toEqual([
    "AbortMultipartUpload importbucket/results/*",
    "BatchGetItem employeetable",
    "BatchGetItem markertable",
    "ChangeMessageVisibility importqueue",
    "DeleteMessage importqueue",
    "GetItem importtable",
    "GetObject importbucket/files/*",
    "GetObject importbucket/results/*",
    "GetQueueAttributes importqueue",
    "GetQueueUrl importqueue",
    "ListBucket importbucket",
    "PutObject importbucket/results/*",
    "Query employeetable/index/by-unit",
    "Query unittable",
    "ReceiveMessage importqueue",
    "UpdateItem importtable",
  ]);
});

test("who applies imports never sees a file, and cannot approve one", () => {
  const rights = rightsOf("bulk-worker");
  expect(rights.filter((each) => each.endsWith("importbucket/results/*"))).toEqual([
    "GetObject importbucket/results/*",
    "PutObject importbucket/results/*",
  ]);
  expect(rights.filter((each) => /files|approval|import(table|queue)/.test(each))).toEqual([
    "GetItem importtable",
  ]);
});

test("who writes lists finds people of an agency and of units, for officers of either, and changes no record", () => {
  const rights = rightsOf("list-exporter").filter((each) => each.includes("employeetable"));
  expect(rights).toEqual([
    "BatchGetItem employeetable",
    "GetItem employeetable",
    ...["by-*-missing", "by-email-failed", "by-name"].map(
      (index) => `Query employeetable/index/${index}`,
    ),
  ]);
});

test("the calendar writes records with their history, decrees and units, and starts counts; it sees no card and no photo, and asks nobody", () => {
  expect(rightsOf("calendar")).toEqual([
    "ConditionCheckItem roletable",
    ...["bulk", "contactchange", "employee", "role", "unit"].map((name) => `GetItem ${name}table`),
    "PutItem audittable",
    "PutItem bulktable",
    "PutItem contactchangetable",
    "PutItem employeetable",
    "PutItem openchangetable",
    "PutItem unittable",
    "Query agencytable",
    "Query contactchangetable/index/by-due",
    "Query employeetable/index/by-contract-end",
    "Query employeetable/index/by-photo-review",
    "Query employeetable/index/by-start",
    "SendMessage bulkqueue",
  ]);
});

test("who seals the history sees keys and digests of it, signs, and writes seals that it cannot delete", () => {
  expect(rightsOf("history-sealer")).toEqual([
    "GetObject sealbucket/seals/*",
    "ListBucket sealbucket",
    "PutObject sealbucket/seals/*",
    "Query audittable/index/by-writing",
    "Sign sealkey",
  ]);
});

test("who carries out changes of addresses writes records, their history and their markers, and sees no card and no session", () => {
  expect(rightsOf("contact-changer")).toEqual([
    // Of requests that a person has already.
    ...["BatchGetItem agencytable", "BatchGetItem requesttable"],
    ...["DeleteItem agencytable", "DeleteItem contactchangetable"],
    "DeleteItem markertable",
    "DeleteItem notificationtable",
    // Whether the mailbox alone would let somebody in.
    "GetItem accounttable",
    "GetItem campaigntable",
    "GetItem employeetable",
    "GetItem markertable",
    "GetItem requesttable",
    "GetItem sessiontable",
    "PutItem audittable",
    "PutItem campaigntable",
    "PutItem employeetable",
    "PutItem markertable",
    "PutItem openchangetable",
    "PutItem requesttable",
    "Query agencytable",
    "Query campaigntable",
    "Query campaigntable/index/by-confirmed",
    "Query captchatable/index/by-report",
    "Query contactchangetable/index/by-due",
    "Query notificationtable",
    ...["by-due", "by-end", "by-person"].map((index) => `Query requesttable/index/${index}`),
    "SendMessage mailqueue",
    "UpdateItem campaigntable",
    // Of reports of photos and cards.
    "UpdateItem captchatable",
  ]);
});

test("who erases leavers reads no account, no photo and no card, and deletes what is a person's alone or about them", () => {
  expect(rightsOf("leaver-eraser")).toEqual([
    "BatchGetItem employeetable",
    "DeleteItem accounttable",
    "DeleteItem approvaltable",
    "DeleteItem attendancetable",
    "DeleteItem contactchangetable",
    "DeleteItem documenttable",
    "DeleteItem markertable",
    "DeleteItem notificationtable",
    "DeleteItem requesttable",
    "DeleteObject cardbucket/cards/*",
    "DeleteObject evidencebucket/evidence/*",
    "DeleteObject photobucket/photos/*",
    "DeleteObject photobucket/small-photos/*",
    "GetItem employeetable",
    "GetItem markertable",
    "GetItem requesttable",
    "ListBucket cardbucket",
    "ListBucket evidencebucket",
    "ListBucket photobucket",
    "PutItem audittable",
    "PutItem employeetable",
    "PutItem markertable",
    "PutItem openchangetable",
    "Query agencytable",
    "Query approvaltable/index/by-person",
    "Query attendancetable/index/by-person",
    "Query audittable",
    "Query contactchangetable",
    "Query documenttable/index/by-person",
    "Query employeetable/index/by-name",
    "Query notificationtable",
    ...["by-due", "by-person"].map((index) => `Query requesttable/index/${index}`),
    "UpdateItem audittable",
    // Users are deleted.
    "undefined userdirectorypool",
  ]);
});

test("who hears of bounces finds a record by its address and writes it with its history, and sees nothing else", () => {
  const beside = rightsOf("mail-feedback").filter((each) => !each.endsWith(" feedbackqueue"));
  expect(beside).toEqual([
    "GetItem employeetable",
    "GetItem markertable",
    "PutItem audittable",
    "PutItem employeetable",
    "PutItem openchangetable",
  ]);
});

test.each([
  ["reconciler", "reconcile"],
  ["calendar", "days"],
  ["leaver-eraser", "erase-leavers"],
  ["contact-changer", "contact-changes"],
])(
  "the schedule of the %s starts it and nothing else, or sets aside what it could not",
  (name, job) => {
    const schedules = ofType(resources, "AWS::Scheduler::Schedule").filter(({ Properties }) =>
      JSON.stringify(Properties.Target).includes(ourFunctions(resources).get(name)?.id ?? "none"),
    );
    const policies = ofType(resources, "AWS::IAM::Policy").filter(({ id }) =>
      id.startsWith(`${name.replace("-", "")}schedulesrole`),
    );
    expect(schedules.map(({ Properties }) => Properties.Target)).toEqual([
      expect.objectContaining({ Input: JSON.stringify({ job }) }),
    ]);
    expect(policies).toHaveLength(1);
    const text = JSON.stringify(policies[0]?.Properties.PolicyDocument);
    expect(text).not.toContain("*");
    expect(text.match(/"Action":"[^"]+"/g)).toEqual([
      '"Action":"lambda:InvokeFunction"',
      '"Action":"sqs:SendMessage"',
    ]);
    const targets = [...text.matchAll(/"Fn::GetAtt":\["(\w+)"/g)].map(([, id]) => id);
    expect(targets).toEqual([
      ourFunctions(resources).get(name)?.id,
      expect.stringMatching(new RegExp(`^${name.replace("-", "")}schedulesfailuresqueue`)),
    ]);
  },
);

test("each job has a role, a schedule and a place for failures of its own", () => {
  const jobs = [
    ...["reconciler", "calendar", "contact-changer", "leaver-eraser", "canary"],
    ...["history-sealer", "status-publisher"],
  ];
  const roles = jobs.map((name) => refersTo(ourFunctions(resources).get(name)?.Properties.Role));
  const targets = ofType(resources, "AWS::Scheduler::Schedule").map(({ Properties }) =>
    target.parse(Properties.Target),
  );

  expect(new Set(roles).size).toBe(jobs.length);
  expect(new Set(targets.map(({ RoleArn }) => refersTo(RoleArn))).size).toBe(jobs.length);
  expect(new Set(targets.map(({ DeadLetterConfig: { Arn } }) => refersTo(Arn))).size).toBe(
    jobs.length,
  );
});

test("a change is opened by whoever saves records, closed by whoever draws, put off by the reconciler alone", () => {
  expect(whoMay("dynamodb:PutItem", "openchangetable").sort()).toEqual(
    whoMay("dynamodb:PutItem", "employeetable").sort(),
  );
  expect(whoMay("dynamodb:DeleteItem", "openchangetable")).toEqual(["card-renderer"]);
  for (const action of ["dynamodb:UpdateItem", "dynamodb:Query"])
    expect(whoMay(action, "openchangetable")).toEqual(["reconciler"]);
  const [postpone, ...others] = (permissions.get("reconciler") ?? []).filter(
    ({ resources: targets }) => targets.join().includes("phototable"),
  );
  expect(others).toEqual([]);
  expect(postpone?.conditions).toMatchObject({
    "ForAllValues:StringEquals": { "dynamodb:Attributes": ["id", "askAgainAt"] },
    Null: { "dynamodb:LeadingKeys": "false", "dynamodb:Attributes": "false" },
  });
});
