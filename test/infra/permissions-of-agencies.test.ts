import { expect, test } from "vitest";
import { abilities, permissions, rightsOf } from "./permissions.ts";

/** What a function may do with a table, "Get". */
function rightsOn(table: string, name: string): string[] {
  return abilities(name)
    .filter((each) => each.includes(table))
    .map((each) => each.replace(/^dynamodb:(\w+?)(Item)? .*$/, "$1"))
    .sort();
}

test("agencies are read by who draws cards or shows them, and written where they are looked after", () => {
  const rights: Readonly<Record<string, readonly string[]>> = {
    // Whoever decides a petugas's request writes it, and looks whether another agency has the name.
    "accounts-api": ["Get", "Put", "Query"],
    // Calendars of an agency and its years, by which attendance is judged.
    "agency-api": ["BatchGet", "Get", "Put", "Query", "Update"],
    // It carries a new name into the records, and keeps boards of data quality.
    "bulk-worker": ["Get", "Put"],
    // It starts a count of each.
    calendar: ["Query"],
    "card-renderer": ["Get"],
    // Calendars that have changed since leaves were counted: which, and of whom.
    "contact-changer": ["BatchGet", "Delete", "Query"],
    // An agency's calendar and those of two years by one reading.
    // It offers trainings to holders, who join them.
    "holder-api": ["BatchGet", "Get", "Put", "Query", "Update"],
    // Whose people have left.
    "leaver-eraser": ["Query"],
    // Its clock, for a list's watermark and the names of files.
    "list-exporter": ["Get"],
    "photo-intake": ["Get"],
    "records-api": ["Get"],
    // The name and clock of a campaign, the calendars of a leave, and JP of a claim.
    "request-api": ["BatchGet", "Get", "Put", "Query"],
    "session-api": ["Get"],
    "unit-printer": ["Get"],
  };
  for (const name of permissions.keys())
    expect([name, rightsOn("agencytable", name)]).toEqual([name, rights[name] ?? []]);
});

test("who looks after agencies learns who is asking, with which role, and who changed an agency; nothing of anybody's card", () => {
  const beside = abilities("agency-api").filter((each) => !each.startsWith("logs:"));

  expect(
    permissions.get("agency-api")?.filter(({ actions }) => actions.includes("dynamodb:Query")),
  ).toContainEqual(
    expect.objectContaining({
      conditions: expect.objectContaining({
        "ForAllValues:StringLike": { "dynamodb:LeadingKeys": ["agency#*"] },
      }),
    }),
  );
  expect(beside.map((each) => each.replace(/^(\S+) .*?(\w+)table.*$/, "$1 $2")).sort()).toEqual([
    // Calendars, by which attendance is judged.
    expect.stringMatching(/^dynamodb:BatchGetItem \w*agency$/),
    // Names of who changed an agency, and people of months.
    expect.stringMatching(/^dynamodb:BatchGetItem \w*employee$/),
    // Whose a NIP in a machine's file is, and the days of leave.
    expect.stringMatching(/^dynamodb:BatchGetItem \w*marker$/),
    expect.stringMatching(/^dynamodb:BatchGetItem \w*request$/),
    expect.stringMatching(/^dynamodb:BatchGetItem \w*attendance$/),
    // Posts that decide, with whom they name.
    expect.stringMatching(/^dynamodb:BatchGetItem \w*post$/),
    expect.stringMatching(/^dynamodb:ConditionCheckItem \w*post$/),
    expect.stringMatching(/^dynamodb:DeleteItem \w*post$/),
    expect.stringMatching(/^dynamodb:GetItem \w*agency$/),
    expect.stringMatching(/^dynamodb:GetItem \w*approval$/),
    expect.stringMatching(/^dynamodb:GetItem \w*bulk$/),
    expect.stringMatching(/^dynamodb:GetItem \w*employee$/),
    // An announcement, and whether its request came before.
    expect.stringMatching(/^dynamodb:GetItem \w*notification$/),
    expect.stringMatching(/^dynamodb:GetItem \w*role$/),
    expect.stringMatching(/^dynamodb:GetItem \w*session$/),
    // The tree that its rules follow.
    expect.stringMatching(/^dynamodb:GetItem \w*unit$/),
    // Months and rules of attendance; letters, and the papers that they are checked by.
    expect.stringMatching(/^dynamodb:GetItem \w*attendance$/),
    expect.stringMatching(/^dynamodb:GetItem \w*document$/),
    expect.stringMatching(/^dynamodb:GetItem \w*letter$/),
    expect.stringMatching(/^dynamodb:GetItem \w*post$/),
    ...["agency", "approval", "audit", "bulk"].map((table) =>
      expect.stringMatching(new RegExp(`^dynamodb:PutItem \\w*${table}$`)),
    ),
    // Announcements, whose keys are apart from those of people.
    expect.stringMatching(/^dynamodb:PutItem \w*notification$/),
    expect.stringMatching(/^dynamodb:PutItem \w*attendance$/),
    expect.stringMatching(/^dynamodb:PutItem \w*document$/),
    expect.stringMatching(/^dynamodb:PutItem \w*letter$/),
    expect.stringMatching(/^dynamodb:PutItem \w*post$/),
    expect.stringMatching(/^dynamodb:Query \w*agency$/),
    expect.stringMatching(/^dynamodb:Query \w*audit$/),
    // How many people somebody announces to.
    ...["Query", "Query"].map((action) =>
      expect.stringMatching(new RegExp(`^dynamodb:${action} \\w*employee$`)),
    ),
    // Announcements, those that run, and how many read each.
    ...["Query", "Query", "Query"].map((action) =>
      expect.stringMatching(new RegExp(`^dynamodb:${action} \\w*notification$`)),
    ),
    ...["unit", "unit", "attendance", "letter", "letter", "letter", "letter", "post", "post"].map(
      (table) => expect.stringMatching(new RegExp(`^dynamodb:Query \\w*${table}$`)),
    ),
    // Registers of trainings.
    expect.stringMatching(/^dynamodb:UpdateItem \w*agency$/),
    expect.stringMatching(/^dynamodb:UpdateItem \w*notification$/),
    expect.stringMatching(/^dynamodb:UpdateItem \w*ratelimit$/),
    expect.stringMatching(/^dynamodb:UpdateItem \w*session$/),
    // The counter of numbers.
    expect.stringMatching(/^dynamodb:UpdateItem \w*letter$/),
    // For the security log.
    expect.stringMatching(/^kms:GenerateMac \S*hmackey/),
    // Files of announcements.
    expect.stringMatching(/^s3:GetObject \S*evidencebucket\S*\/announced\/\*/),
    expect.stringMatching(/^secretsmanager:GetSecretValue \S*edgekey/),
    // The first step of the work that a new name begins.
    expect.stringMatching(/^sqs:SendMessage \S*bulkqueue/),
  ]);
});

test("who announces writes announcements alone; who reads is counted, and writes none", () => {
  const writes = (name: string) =>
    (permissions.get(name) ?? [])
      .filter(({ resources: on }) => /notificationtable/.test(on.join()))
      .filter(({ actions }) => /PutItem|UpdateItem/.test(actions.join()))
      .map(({ actions, conditions }) => [
        actions.filter((each) => /PutItem|UpdateItem/.test(each)),
        conditions,
      ]);
  const keys = (of: string) => ({
    "ForAllValues:StringLike": { "dynamodb:LeadingKeys": [of] },
    Null: { "dynamodb:LeadingKeys": "false" },
  });
  const [put, update] = ["dynamodb:PutItem", "dynamodb:UpdateItem"];

  expect(writes("agency-api")).toEqual([[[put, update], keys("announcement#*")]]);
  for (const name of ["agency-api", "holder-api"])
    expect(abilities(name).filter((each) => each.includes("evidencebucket"))).toEqual([
      expect.stringMatching(/^s3:GetObject \S*evidencebucket\S*\/announced\/\*/),
    ]);
  expect(writes("holder-api")).toEqual([[[update], keys("announcement-count#*")]]);
});

test("whose nightly look tells people of campaigns reads these, and writes none", () => {
  expect(rightsOf("bulk-worker").filter((each) => each.includes("campaigntable"))).toEqual([
    "Query campaigntable",
    "Query campaigntable/index/by-agency",
  ]);
});
