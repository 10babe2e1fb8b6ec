/** Who may write what decides about people: tried with the role of every function, with AWS's own client, on the running product. */
import {
  ConditionalCheckFailedException,
  DynamoDBClient,
  DynamoDBServiceException,
} from "@aws-sdk/client-dynamodb";
import { DeleteCommand, DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import { expect, vi } from "vitest";
import type { Cloud } from "../../local/cloud/cloud.ts";
import { functionNames } from "../infra/placeholder-artifacts.ts";
import { entry, type Send, probes as writes } from "./support/probes.ts";
import { test } from "./support/world.ts";

type Write = (settings: Readonly<Record<string, string>>) => Send;
const changers = [
  "accounts-api",
  "agency-api",
  "bulk-worker",
  "calendar",
  "contact-changer",
  "holder-api",
  "leaver-eraser",
  "mail-feedback",
  "operator-api",
  // It decides about photos, and asks for their end (decision 0066).
  "person-api",
  "records-api",
  "request-api",
  "role-follower",
];
const ofAttendance = { id: "ins_probe#2026-03", person: "emp_probe" };
const inTwo = (id: string, part: string) => ({ id, part });
const accountEvent = { subjectId: "account#emp_probe", revision: 1 };
const reading = { subjectId: "read#print#emp_probe#emp_other", revision: 1 };

/** What is written, how, and by whom alone. */
const cases: readonly (readonly [string, Write, readonly string[]])[] = [
  [
    "a session",
    ({ SESSION_TABLE = "" }) => writes.put(SESSION_TABLE, { id: "session#1" }),
    ["session-api"],
  ],
  [
    "a session's end",
    ({ SESSION_TABLE = "" }) => writes.remove(SESSION_TABLE, { id: "session#1" }),
    ["accounts-api", "operator-api", "session-api"],
  ],
  [
    "whose a session is",
    ({ SESSION_TABLE = "" }) => writes.update(SESSION_TABLE, "session#1", "employeeId"),
    ["session-api"],
  ],
  [
    "an account's state",
    ({ SESSION_TABLE = "" }) => writes.update(SESSION_TABLE, "account#1", "sessions"),
    ["session-api"],
  ],
  [
    "a freeze of an account",
    ({ SESSION_TABLE = "" }) => writes.put(SESSION_TABLE, { id: "account#1" }),
    ["accounts-api", "operator-api", "session-api"],
  ],
  [
    "a sealed authenticator",
    ({ ACCOUNT_TABLE = "" }) =>
      writes.update(ACCOUNT_TABLE, "emp_probe", "authenticatorKey", "employeeId"),
    ["session-api"],
  ],
  [
    "a reset of an authenticator",
    ({ ACCOUNT_TABLE = "" }) => writes.update(ACCOUNT_TABLE, "emp_probe", "mfaReset", "employeeId"),
    ["accounts-api", "mail-sender", "session-api"],
  ],
  [
    "a role",
    ({ ROLE_TABLE = "" }) => writes.put(ROLE_TABLE, { id: "emp_probe" }),
    // Roles of a unit follow its new name (decision 0042).
    ["operator-api", "role-follower"],
  ],
  ["a role's end", ({ ROLE_TABLE = "" }) => writes.remove(ROLE_TABLE, { id: "emp_probe" }), []],
  [
    "an approval",
    ({ APPROVAL_TABLE = "" }) => writes.put(APPROVAL_TABLE, { id: "apr_probe" }),
    ["accounts-api", "agency-api", "operator-api", "person-api", "records-api"],
  ],
  [
    "an entry of the history",
    ({ AUDIT_TABLE = "" }) => writes.put(AUDIT_TABLE, entry, "subjectId"),
    changers,
  ],
  [
    "an entry of an account's history",
    ({ AUDIT_TABLE = "" }) => writes.put(AUDIT_TABLE, accountEvent, "subjectId"),
    [...changers, "session-api"],
  ],
  [
    "a reading in the history",
    ({ AUDIT_TABLE = "" }) => writes.put(AUDIT_TABLE, reading, "subjectId"),
    [...changers, "evidence-api", "list-exporter", "unit-printer"],
  ],
  [
    "the end of an entry of the history",
    ({ AUDIT_TABLE = "" }) => writes.remove(AUDIT_TABLE, entry, "subjectId"),
    [],
  ],
  [
    "the erasing of an entry's values",
    ({ AUDIT_TABLE = "" }) => writes.erase(AUDIT_TABLE, "changes"),
    ["leaver-eraser"],
  ],
  ["the erasing of who did what", ({ AUDIT_TABLE = "" }) => writes.erase(AUDIT_TABLE, "actor"), []],
  [
    "an approval's end",
    ({ APPROVAL_TABLE = "" }) => writes.remove(APPROVAL_TABLE, { id: "apr_probe" }),
    ["leaver-eraser"],
  ],
  [
    "a record",
    ({ EMPLOYEE_TABLE = "" }) => writes.put(EMPLOYEE_TABLE, { id: "emp_probe" }),
    [
      ...["accounts-api", "bulk-worker", "calendar", "contact-changer", "holder-api"],
      ...["leaver-eraser", "mail-feedback", "person-api", "records-api", "request-api"],
    ],
  ],
  [
    "a record's end",
    ({ EMPLOYEE_TABLE = "" }) => writes.remove(EMPLOYEE_TABLE, { id: "emp_probe" }),
    [],
  ],
  [
    "a post that decides",
    ({ POST_TABLE = "" }) => writes.put(POST_TABLE, inTwo("pst_probe", "post")),
    ["agency-api"],
  ],
  [
    "a letter",
    ({ LETTER_TABLE = "" }) => writes.put(LETTER_TABLE, inTwo("ltr_probe", "letter")),
    ["agency-api", "request-api"],
  ],
  [
    "a month of attendance",
    ({ ATTENDANCE_TABLE = "" }) => writes.put(ATTENDANCE_TABLE, ofAttendance),
    ["agency-api", "request-api"],
  ],
  [
    "the end of a month of attendance",
    ({ ATTENDANCE_TABLE = "" }) => writes.remove(ATTENDANCE_TABLE, ofAttendance),
    ["leaver-eraser"],
  ],
  [
    "a campaign",
    ({ CAMPAIGN_TABLE = "" }) => writes.put(CAMPAIGN_TABLE, inTwo("cmp_probe", "campaign")),
    ["contact-changer", "request-api"],
  ],
  [
    "a form of somebody who did not sign in",
    ({ CAMPAIGN_TABLE = "" }) => writes.put(CAMPAIGN_TABLE, inTwo("form_probe", "form")),
    ["contact-changer", "session-api"],
  ],
  [
    "whose a NIP is",
    ({ MARKER_TABLE = "" }) => writes.put(MARKER_TABLE, { id: "nip#1" }),
    [
      ...["accounts-api", "bulk-worker", "contact-changer", "leaver-eraser"],
      ...["records-api", "request-api"],
    ],
  ],
  [
    "the end of a marker",
    ({ MARKER_TABLE = "" }) => writes.remove(MARKER_TABLE, { id: "nip#1" }),
    [
      ...["accounts-api", "bulk-worker", "contact-changer", "leaver-eraser"],
      ...["records-api", "request-api"],
    ],
  ],
];

/** A client with the rights of a function's role, and no others. */
function actingAs({ client, services }: Cloud, name: string): DynamoDBDocumentClient {
  const found = services.functions
    .all()
    .find(({ definition }) => definition.name.includes(`-${name.replaceAll("-", "")}function`));
  if (!found) throw new Error(`There is no function ${name}.`);
  const { iam } = services;
  const credentials = iam.issueKey(iam.role(found.definition.roleArn, `a test, as ${name}`));
  // It tries again: another journey may have moved the cloud's clock, and the first refusal tells the client the time.
  return DynamoDBDocumentClient.from(new DynamoDBClient({ ...client, credentials }));
}

/** @returns whether IAM allows it */
async function isAllowed(send: () => Promise<unknown>): Promise<boolean> {
  try {
    await send();
  } catch (error) {
    if (error instanceof ConditionalCheckFailedException) return true;
    if (error instanceof DynamoDBServiceException && error.name === "AccessDeniedException")
      return false;
    throw error;
  }
  throw new Error("The condition held.");
}

test("an entry of the history that is written over or deleted is reported, an added one is not", async ({
  world,
}) => {
  const { cloud } = world;
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const { AUDIT_TABLE: TableName } = cloud.services.functions.settings();
  const key = { subjectId: "emp_rights", revision: 1 };
  const reported = () =>
    world
      .logLines()
      .filter((line) => line.includes("history.overwritten"))
      .map((line) => JSON.parse(line));
  await db.send(new PutCommand({ TableName, Item: key }));
  await cloud.waitUntilIdle();
  expect(reported()).toEqual([]);

  await db.send(new PutCommand({ TableName, Item: { ...key, reason: "another" } }));
  await vi.waitFor(() => expect(reported()).toMatchObject([{ ...key, how: "MODIFY" }]), 20_000);
  await db.send(new DeleteCommand({ TableName, Key: key }));
  await vi.waitFor(
    () => expect(reported()).toMatchObject([{ how: "MODIFY" }, { ...key, how: "REMOVE" }]),
    20_000,
  );
});

test.for(cases)("%s is written by nobody else than who may", async ([, write, may], { world }) => {
  const { cloud } = world;
  const send = write(cloud.services.functions.settings());
  const allowed: string[] = [];
  for (const name of functionNames) {
    const db = actingAs(cloud, name);
    if (await isAllowed(() => send(db))) allowed.push(name);
  }
  expect(allowed.sort()).toEqual([...may].sort());
});
