import { expect, test } from "vitest";
import { abilities, permissions, resources, whoMay } from "./permissions.ts";
import { memberOf, ourFunctions } from "./templates.ts";

/** They answer browsers. */
const withRoutes = [
  "accounts-api",
  "agency-api",
  "evidence-api",
  "holder-api",
  "operator-api",
  "person-api",
  "records-api",
  "request-api",
  "session-api",
  "verify-api",
];

test("every function has permissions to look at", () => {
  expect(permissions.size).toBe(29);
  for (const [name, statements] of permissions) {
    // The canary is a visitor: it may only log.
    if (name === "canary") expect(statements).toHaveLength(1);
    else expect(statements.length).toBeGreaterThan(1);
  }
});

test("no function may do a family of actions, or scan a table", () => {
  for (const name of permissions.keys()) {
    expect(
      abilities(name).filter((each) => /^\S*[*]|dynamodb:Scan|dynamodb:BatchWrite/.test(each)),
    ).toEqual([]);
  }
});

test("many records at once are read by officers' and operators' lists, by who erases leavers and who publishes the status lists, and where an import is judged and applied", () => {
  const officers = ["accounts-api", "agency-api", "operator-api", "person-api", "records-api"];
  const apis = [...officers, "request-api"];
  const jobs = ["leaver-eraser", "status-publisher", "list-exporter"];
  const readers = [...apis, "bulk-worker", "import-judge", ...jobs];
  // Of sessions, of requests, of calendars, and of posts alone.
  const others = ["session-api", "contact-changer", "holder-api", "evidence-api"];
  expect(new Set(whoMay("dynamodb:BatchGetItem"))).toEqual(new Set([...readers, ...others]));
  expect(new Set(whoMay("dynamodb:BatchGetItem", "employeetable"))).toEqual(new Set(readers));
});

test("what any resource may be used for is only to list streams, and to ask SES what the account may send", () => {
  for (const [name, statements] of permissions) {
    const anywhere = statements.filter(({ resources: targets }) => targets.includes("*"));
    const known = name === "mail-sender" ? "ses:GetAccount" : "dynamodb:ListStreams";
    expect(anywhere.flatMap(({ actions }) => actions).filter((each) => each !== known)).toEqual([]);
  }
});

test("only those who draw cards make tokens and Kode Periksa; only the sealer signs the history, only the publisher status lists, and nobody a card unless a setting says so", () => {
  for (const key of ["tokenkey", "checkkey"])
    expect(whoMay("kms:GenerateMac", key).sort()).toEqual(["card-renderer", "unit-printer"]);
  expect(whoMay("kms:VerifyMac")).toEqual([]);
  expect(whoMay("kms:Sign")).toEqual(["history-sealer", "status-publisher"]);
  expect(whoMay("kms:Sign", "signingkey")).toEqual(["status-publisher"]);
  expect(whoMay("kms:Sign", "signingkeystatus")).toEqual(["status-publisher"]);
  expect(whoMay("kms:Sign", "signingkeysecondstatus")).toEqual([]);
});

test("keyed hashes are made by whoever answers a browser, for the security log, and of mailed codes", () => {
  // account-recovery makes the codes.
  const hashers = ["account-recovery", ...withRoutes];
  expect(whoMay("kms:GenerateMac", "hmackey").sort()).toEqual(hashers);
});

test("only session-api seals and opens, and only for a named owner", () => {
  expect(whoMay("kms:Decrypt")).toEqual(["session-api"]);
  const [statement] = (permissions.get("session-api") ?? []).filter(({ actions }) =>
    actions.includes("kms:Decrypt"),
  );
  expect(statement?.conditions).toEqual({ Null: { "kms:EncryptionContext:owner": "false" } });
});

test("records are written by holders' and officers' APIs, the calendar, who changes addresses and who hears of bounces; checking a card writes none", () => {
  const officers = ["accounts-api", "bulk-worker", "person-api", "records-api"];
  const jobs = ["calendar", "contact-changer", "leaver-eraser", "mail-feedback"];
  const writers = [...jobs, "holder-api", "request-api", ...officers];
  expect(whoMay("dynamodb:PutItem", "employeetable").sort()).toEqual(writers.sort());
  for (const action of ["dynamodb:UpdateItem", "dynamodb:DeleteItem"])
    expect(whoMay(action, "employeetable")).toEqual([]);
});

test("a NIP is looked up where people type one, an e-mail where a mail comes back; they are changed by officers' APIs, by who carries out changes of addresses and who erases leavers", () => {
  const jobs = ["contact-changer", "leaver-eraser"];
  const movers = ["accounts-api", "bulk-worker", ...jobs, "records-api", "request-api"];
  const others = ["account-recovery", "list-exporter", "mail-feedback", "operator-api"];
  const readers = [...others, "session-api", ...movers];
  expect(whoMay("dynamodb:GetItem", "markertable").sort()).toEqual(readers.sort());
  for (const action of ["dynamodb:PutItem", "dynamodb:DeleteItem"])
    expect(whoMay(action, "markertable").sort()).toEqual(movers);
  // People in files: of an agency, and of a machine at its door.
  expect(whoMay("dynamodb:BatchGetItem", "markertable")).toEqual(["agency-api", "import-judge"]);
  const rights = [...permissions.keys()].flatMap(abilities).join("\n");
  const found = rights.matchAll(/^dynamodb:(\w+) .*markertable/gm);
  const actions = new Set([...found].map(([, action]) => action));
  expect(actions).toEqual(new Set(["GetItem", "BatchGetItem", "PutItem", "DeleteItem"]));
});

test("what a function may delete rests on no condition, but where sessions are ended and none begun, and of summaries that are asked for", () => {
  const deletes = [...permissions].flatMap(([name, statements]) =>
    statements
      .filter(({ actions }) => actions.includes("dynamodb:DeleteItem"))
      .map(({ resources: targets, conditions }) => [
        name,
        /(account|agency|approval|attendance|document|request|marker|notification|session|openchange|contactchange|post|ratelimit|unit)table/.exec(
          targets.join(),
        )?.[0],
        conditions,
      ]),
  );
  const keys = (key: string) =>
    expect.objectContaining({ "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [key] } });
  const accounts = "accounts-api";
  const erased = (of: string) => ["leaver-eraser", `${of}table`, undefined];
  expect(deletes.sort()).toEqual([
    ...["contactchange", "marker", "ratelimit"].map((of) => [accounts, `${of}table`, undefined]),
    ...["session#*", "code#counter#*"].map((key) => [accounts, "sessiontable", keys(key)]),
    [accounts, "unittable", undefined],
    // Whom a post names no more, and a title that it has no more.
    ["agency-api", "posttable", undefined],
    ...["marker", "unit"].map((of) => ["bulk-worker", `${of}table`, undefined]),
    ["card-renderer", "openchangetable", undefined],
    ["contact-changer", "agencytable", keys("changed-days")],
    ...["contactchange", "marker"].map((of) => ["contact-changer", `${of}table`, undefined]),
    ["contact-changer", "notificationtable", keys("summary#*")],
    ...["account", "approval", "attendance", "contactchange", "document"].map(erased),
    ...["marker", "notification", "request"].map(erased),
    ["operator-api", "sessiontable", keys("session#*")],
    ["records-api", "markertable", undefined],
    ["request-api", "markertable", undefined],
    ["session-api", "contactchangetable", undefined],
    ["session-api", "sessiontable", undefined],
  ]);
});

test("what was validated, previewed or confirmed is never written over", () => {
  const written = /\/(announced|candidates|evidence|previews|photos|small-photos)\/\*/;
  const seen = new Set<string>();
  for (const statements of permissions.values()) {
    for (const { actions, resources: targets, conditions } of statements) {
      if (!actions.includes("s3:PutObject") || !targets.some((each) => written.test(each)))
        continue;
      for (const each of targets) seen.add(written.exec(each)?.[1] ?? each);
      expect(conditions).toEqual({ Null: { "s3:if-none-match": "false" } });
    }
  }
  expect([...seen].sort()).toEqual([
    "announced",
    "candidates",
    "evidence",
    "photos",
    "previews",
    "small-photos",
  ]);
});

test("a unit's cards are printed by one function, and fetched through records-api alone", () => {
  expect(whoMay("s3:PutObject", "/prints/*")).toEqual(["unit-printer"]);
  expect(whoMay("s3:GetObject", "/prints/*")).toEqual(["records-api"]);
  expect(whoMay("dynamodb:UpdateItem", "printtable").sort()).toEqual([
    ...["records-api", "unit-printer"],
  ]);
  expect(whoMay("sqs:SendMessage", "printqueue").sort()).toEqual(["records-api", "unit-printer"]);
  const writes = abilities("unit-printer").filter((each) => /:(Put|Update|Delete)/.test(each));
  expect(writes.filter((each) => !/print|log|PutItem \S*audit/.test(each))).toEqual([]);
});

test("a list of people is written by one function, which reads records and writes no other, and fetched through records-api alone", () => {
  expect(whoMay("s3:PutObject", "/exports/*")).toEqual(["list-exporter"]);
  expect(whoMay("s3:GetObject", "/exports/*")).toEqual(["records-api"]);
  expect(whoMay("sqs:SendMessage", "exportqueue").sort()).toEqual(["records-api", "request-api"]);
  expect(whoMay("dynamodb:UpdateItem", "exporttable").sort()).toEqual([
    ...["accounts-api", "list-exporter", "records-api"],
  ]);
  const writes = abilities("list-exporter").filter((each) => /:(Put|Update|Delete)/.test(each));
  expect(writes.filter((each) => !/export|log|PutItem \S*audit/.test(each))).toEqual([]);
});

test("a card is asked for anew by whoever looks at it, and by the reconciler", () => {
  expect(whoMay("sqs:SendMessage", "redrawqueue").sort()).toEqual(["holder-api", "reconciler"]);
});

test("whoever answers a browser can tell CloudFront from others, and nobody else; no function changes how", () => {
  expect(whoMay("secretsmanager:GetSecretValue", "edgekey").sort()).toEqual(withRoutes);
  const all = [...permissions.keys()].flatMap(abilities);
  expect(all.filter((each) => /^secretsmanager:(?!GetSecretValue )/.test(each))).toEqual([]);
  for (const [name, { Properties }] of ourFunctions(resources))
    expect([name, "EDGE_KEY" in Object(memberOf(Properties.Environment, "Variables"))]).toEqual([
      name,
      withRoutes.includes(name),
    ]);
});

test("passwords are checked by session-api alone; account-recovery alone makes users and tells Cognito the e-mail", () => {
  expect(whoMay("cognito-idp:AdminInitiateAuth")).toEqual(["session-api"]);
  expect(whoMay("cognito-idp:AdminUpdateUserAttributes")).toEqual(["account-recovery"]);
  for (const call of ["AdminCreateUser", "AdminGetUser", "AdminSetUserPassword"])
    expect(whoMay(`cognito-idp:${call}`)).toEqual(["account-recovery"]);
  expect(whoMay("cognito-idp:AdminDeleteUser")).toEqual(["account-recovery", "leaver-eraser"]);
});

test("notices come from the mail sender, codes from account-recovery, both under our own address", () => {
  expect(whoMay("ses:SendEmail").sort()).toEqual(["account-recovery", "mail-sender"]);
  expect(whoMay("sqs:SendMessage", "mailqueue").sort()).toEqual([
    ...["contact-changer", "mail-sender", "notifier"],
  ]);
  // The sender gives up what waited too long, and asks for no mail.
  const sends = abilities("mail-sender").filter((each) => each.startsWith("sqs:SendMessage "));
  expect(sends).toEqual([expect.stringContaining("mailqueuedeadletters")]);
  expect(whoMay("sqs:SendMessage", "mailqueuedeadletters")).toEqual(["mail-sender"]);
  const statements = [...permissions.values()]
    .flat()
    .filter(({ actions }) => actions.includes("ses:SendEmail"));
  for (const { conditions } of statements) {
    expect(conditions).toEqual({
      StringEquals: { "ses:FromAddress": "kartu@kartu-asn.example" },
    });
  }
  const targets = statements.flatMap((each) => each.resources).join();
  expect(targets).toMatch(/configuration-set\//);
  // In SES's sandbox the right is asked for the recipient's identity too.
  expect(targets).toMatch(/:identity\/\*"/);
});

test("a function writes to its own log only", () => {
  const write = "logs:PutLogEvents";
  for (const [name, statements] of permissions) {
    const [log, ...others] = statements.filter(({ actions }) => actions.includes(write));
    expect(others).toEqual([]);
    expect(log?.resources.join()).toContain(`${name.replaceAll("-", "")}log`);
  }
});

test("no function carries a secret as a setting", () => {
  for (const { Properties } of ourFunctions(resources).values()) {
    expect(JSON.stringify(Properties.Environment ?? {})).not.toMatch(
      /secret|password|\{\{resolve/i,
    );
  }
});
