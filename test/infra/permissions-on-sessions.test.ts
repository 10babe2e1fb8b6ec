import { expect, test } from "vitest";
import { type Conditions, conditionsHold } from "../../local/cloud/iam/conditions.ts";
import { permissions, tableRights } from "./permissions.ts";

const touch = ["Get session#*", "Update session#* id lastSeenAt"];
const putAccount =
  "Put account#* id schemaVersion type version validFrom sessions frozen unfrozenAt expiresAt";
const sessionRights: Readonly<Record<string, readonly string[]>> = {
  "session-api": ["BatchGet", "Delete", "Get", "Put", "Update"],
  "holder-api": touch,
  "records-api": touch,
  "person-api": touch,
  // Two operators freeze.
  "operator-api": ["Delete session#*", "Get account#*", putAccount, ...touch].sort(),
  "agency-api": touch,
  "evidence-api": touch,
  "request-api": ["ConditionCheck", "Get account#*", ...touch],
  "contact-changer": ["Get account#*"],
  "account-recovery": [
    "Get code#*",
    "Get step#*",
    "Update code#* id hash endsAt expiresAt settled askId",
    "Update step#* id state email matched askedFor",
  ],
  // It ends sessions and begins none; codes of the counter alone.
  "accounts-api": [
    "Delete code#counter#*",
    "Delete session#*",
    "Get account#*",
    "Get code#counter#*",
    putAccount,
    "Put code#counter#*",
    "Update code#counter#* id askId tries",
    ...touch,
  ].sort(),
  // Of the links in mails.
  "mail-sender": ["Put link#*"],
};

test("only session-api makes sessions; who asks for one can read it and note that it was seen", () => {
  for (const name of permissions.keys())
    expect([name, tableRights(name, "sessiontable")]).toEqual([name, sessionRights[name] ?? []]);
});

test("rights that end at attributes end there for requests that name none, and for what comes back", () => {
  const limited = [...permissions.values()]
    .flat()
    .filter(({ conditions }) => JSON.stringify(conditions ?? {}).includes("dynamodb:Attributes"));
  expect(limited).toHaveLength(34);
  for (const { conditions, resources: targets } of limited)
    expect(conditions).toMatchObject({
      Null: {
        "dynamodb:Attributes": "false",
        // An account has an item of its own in its table.
        ...(!targets.join().includes("accounttable") && { "dynamodb:LeadingKeys": "false" }),
      },
      StringEqualsIfExists: { "dynamodb:ReturnValues": ["NONE", "UPDATED_OLD", "UPDATED_NEW"] },
    });
});

const session = { "dynamodb:leadingkeys": ["session#1"] };
test.each([
  ["being seen", { ...session, "dynamodb:attributes": ["id", "lastSeenAt"] }, true],
  ["another person", { ...session, "dynamodb:attributes": ["id", "employeeId"] }, false],
  ["no attribute named", session, false],
  [
    "being seen, and the whole item back",
    {
      ...session,
      "dynamodb:attributes": ["id", "lastSeenAt"],
      "dynamodb:returnvalues": ["ALL_NEW"],
    },
    false,
  ],
  [
    "a step",
    { "dynamodb:leadingkeys": ["step#1"], "dynamodb:attributes": ["id", "lastSeenAt"] },
    false,
  ],
])("holder-api may write of a session: %s: %s", (_, context, isAllowed) => {
  const [update] = (permissions.get("holder-api") ?? []).filter(
    ({ actions, resources: targets }) =>
      actions.includes("dynamodb:UpdateItem") && targets.join().includes("sessiontable"),
  );
  const values = new Map<string, readonly string[]>(Object.entries(context));

  expect(conditionsHold(update?.conditions as Conditions, values)).toBe(isAllowed);
});

test("accounts-api may end sessions of an account, and let no browser register an authenticator for it", () => {
  const [put] = (permissions.get("accounts-api") ?? []).filter(
    ({ actions, conditions }) =>
      actions.includes("dynamodb:PutItem") &&
      JSON.stringify(conditions ?? {}).includes("account#*"),
  );
  const mayWrite = (...attributes: readonly string[]) =>
    conditionsHold(
      put?.conditions as Conditions,
      new Map([
        ["dynamodb:leadingkeys", ["account#1"]],
        ["dynamodb:attributes", ["id", "version", ...attributes]],
      ]),
    );

  expect(mayWrite("frozen", "sessions", "validFrom")).toBe(true);
  expect(mayWrite("activation")).toBe(false);
});

const known = "employeeId schemaVersion instansiId state";
const summary = `Get ${known} registeredAt deviceName recoveryCodesLeft mfaReset frozen reminded`;
const accountRights: Readonly<Record<string, readonly string[]>> = {
  "session-api": ["Get", "Update"],
  // The query of the index of lists, which has nothing but ids; in which list somebody is (0047).
  "records-api": ["BatchGet employeeId listed", summary, "dynamodb:Query"],
  "list-exporter": ["BatchGet employeeId listed", "dynamodb:Query"],
  // Whether an account was ever activated: before it makes its user, and before a letter is printed.
  "unit-printer": [summary],
  "account-recovery": [summary],
  // Whether the mailbox alone lets somebody in (decision 0088).
  "contact-changer": [summary],
  "request-api": [summary],
  // New accounts, with their records; who of a list is reminded, and when that was.
  "bulk-worker": [
    summary,
    "Update employeeId reminded",
    "Update employeeId schemaVersion instansiId state listed listedSince",
    "dynamodb:Query",
  ],
  // Of who has left.
  "leaver-eraser": ["Delete"],
  // When a reset takes effect: a day after its mail.
  "mail-sender": ["Update employeeId mfaReset"],
  // Nothing that is secret: neither the sealed key nor what checks recovery codes.
  "accounts-api": [summary, `Update ${known} frozen listed listedSince mfaReset`],
  "operator-api": [summary, `Update ${known} frozen listed listedSince`],
};

test("sealed authenticators and recovery codes are read and written by session-api alone", () => {
  for (const name of permissions.keys())
    expect([name, tableRights(name, "accounttable")]).toEqual([name, accountRights[name] ?? []]);
  for (const name of ["list-exporter", "records-api"]) {
    const queried = (permissions.get(name) ?? [])
      .filter(({ actions }) => actions.includes("dynamodb:Query"))
      .flatMap(({ resources: targets }) => targets)
      .filter((target) => target.includes("accounttable"));
    expect(queried).toEqual([expect.stringContaining("/index/by-state")]);
  }
});

test("only session-api seals and opens keys of authenticators, and only for a named account", () => {
  for (const [name, statements] of permissions) {
    const rights = statements.filter(({ resources: targets }) =>
      targets.join().includes("authenticatorkey"),
    );
    expect([name, rights.map(({ actions, conditions }) => ({ actions, conditions }))]).toEqual([
      name,
      name === "session-api"
        ? [
            {
              actions: ["kms:Encrypt", "kms:Decrypt"],
              conditions: { Null: { "kms:EncryptionContext:account": "false" } },
            },
          ]
        : [],
    ]);
  }
});

test.each([
  ["its summary", ["employeeId", "state"], "SPECIFIC_ATTRIBUTES", true],
  ["a sealed key", ["employeeId", "authenticatorKey"], "SPECIFIC_ATTRIBUTES", false],
  ["all of it", ["employeeId"], "ALL_ATTRIBUTES", false],
])("accounts-api may read of an account %s: %s", (_, names, select, isAllowed) => {
  const [read] = (permissions.get("accounts-api") ?? []).filter(
    ({ actions, resources: targets }) =>
      actions.includes("dynamodb:GetItem") && targets.join().includes("accounttable"),
  );
  const values = new Map<string, readonly string[]>([
    ["dynamodb:attributes", names],
    ["dynamodb:select", [select]],
  ]);

  expect(conditionsHold(read?.conditions as Conditions, values)).toBe(isAllowed);
});

const listen = ["DescribeStream", "GetRecords", "GetShardIterator"].map(
  (each) => `dynamodb:${each}`,
);
const ofPeople = "emp_* account#* roles#* approval#*";
const historyRights: Readonly<Record<string, readonly string[]>> = {
  // Each in the transaction of its change.
  "accounts-api": ["Put", "dynamodb:Query"],
  "bulk-worker": ["Put"],
  "agency-api": ["Put", "dynamodb:Query agency#*"],
  calendar: ["Put"],
  "contact-changer": ["Put"],
  // Values and their salts may go; nothing of who did what when, and no digest, may be touched.
  "leaver-eraser": [
    "Put",
    `Update ${ofPeople} subjectId revision reason origin changes salted`,
    `dynamodb:Query ${ofPeople}`,
  ],
  "holder-api": ["Put"],
  "mail-feedback": ["Put"],
  "operator-api": ["Put"],
  // With what people say of a photo.
  "person-api": ["Put", "dynamodb:Query emp_*", "dynamodb:Query emp_*"],
  "records-api": ["Put", "dynamodb:Query"],
  "role-follower": ["Put"],
  // What happened to accounts. No transaction, so the right can end at keys. Of records what is a person's own copy of all.
  "session-api": [
    "Put account#*",
    ...["account#*", "emp_*", "emp_*"].map((of) => `dynamodb:Query ${of}`),
  ],
  // Whom who took out, and how many.
  "list-exporter": ["Put export#*", "Put read#*"],
  "unit-printer": ["Put read#*"],
  "evidence-api": ["Put read#*"],
  // Each act, in its transaction.
  "request-api": ["Put"],
  "history-guard": listen,
  "history-sealer": ["dynamodb:Query"],
  notifier: listen,
};

test("history is added to by who changes something, read by officers, and whoever writes over it is heard of", () => {
  for (const name of permissions.keys())
    expect([name, tableRights(name, "audittable")]).toEqual([name, historyRights[name] ?? []]);
});

test("roles are read by who must know them, and written where two operators decide", () => {
  const rights: Readonly<Record<string, readonly string[]>> = {
    "accounts-api": ["ConditionCheck", "Get"],
    // No import ends the sessions of somebody with a role, nor does a decree.
    "bulk-worker": ["Get"],
    calendar: ["ConditionCheck", "Get"],
    "operator-api": ["ConditionCheck", "Get", "Put"],
    "person-api": ["Get"],
    "records-api": ["Get"],
    // What two people decided of a unit, by the approval that it reads itself.
    "role-follower": ["ConditionCheck", "Get", "Put", "dynamodb:Query"],
    "session-api": ["Get"],
    "agency-api": ["Get"],
    "evidence-api": ["Get"],
    // Whoever decides still has the role when it is written.
    "request-api": ["ConditionCheck", "Get"],
  };
  for (const name of permissions.keys())
    expect([name, tableRights(name, "roletable")]).toEqual([name, rights[name] ?? []]);
});
