/** Every flow of an account under conditions that between them have each screen, language, way to work and lack of a browser. */
import { readFileSync } from "node:fs";
import { describe, expect } from "vitest";
import { cells } from "../support/cells.ts";
import * as lostPhone from "./flows/lost-phone.ts";
import * as mailedLinks from "./flows/mailed-links.ts";
import * as officers from "./flows/officers.ts";
import * as ownAccount from "./flows/own-account.ts";
import * as wayIn from "./flows/way-in.ts";
import { type Conditions, missingValues, nameOf, others, usual } from "./support/conditions.ts";
import { pictureFailures } from "./support/visitor.ts";
import { Walk } from "./support/walk.ts";
import { test, type World } from "./support/world.ts";

const flows: Readonly<Record<string, (walk: Walk) => Promise<void>>> = {
  "activation, the first authenticator, recovery codes": wayIn.activation,
  "login with a code": wayIn.login,
  "reset of the password": wayIn.reset,
  "login by QR, at both ends": wayIn.loginByQr,
  "a recovery code, then another authenticator": lostPhone.recoveryCode,
  "a login without authenticator, by a mailed code": lostPhone.mailedCode,
  "devices and history": ownAccount.devices,
  "recovery codes made anew, a second authenticator": ownAccount.secondAuthenticator,
  "another password, and the own account frozen": ownAccount.passwordAndFreeze,
  "change of the own address": ownAccount.changeOfEmail,
  "frozen by the link of a mail": mailedLinks.freeze,
  "a reset that its holder cancels": mailedLinks.cancelledReset,
  "an officer's reset at the counter": officers.counterReset,
  "an officer's other actions": officers.accountActions,
  "lists of accounts": officers.lists,
};

/** So many walks of the cross product, drawn anew each time; `npm run test:all` takes all. */
const someOthers = 2;

/** Not walked here: an officer stops a change that waits, by a button in the section «Akun» of a record; people.test.ts asks for another NIP, main-job.test.ts for another golongan, decrees.test.ts for a decree, transfers.test.ts moves somebody to another agency, joins.test.ts joins two records, bulk-changes.test.ts changes many, own-data.test.ts takes a copy, campaign.test.ts sends the form of a campaign, notices.test.ts chooses when mails come. */
const unwalked = [
  "GET /api/session/campaigns",
  "GET /api/session/campaigns/captcha",
  "POST /api/session/campaigns/forms",
  "POST /api/session/campaigns/forms/confirm",
  "POST /api/account/data",
  "POST /api/account/mails",
  "GET /api/accounts/decrees",
  "GET /api/accounts/{id}/decrees",
  "POST /api/accounts/{id}/decrees",
  "POST /api/accounts/{id}/decrees/{decreeId}/move",
  "POST /api/accounts/{id}/decrees/{decreeId}/withdraw",
  "GET /api/accounts/agencies",
  "GET /api/accounts/transfers",
  "POST /api/accounts/transfers/{id}/accept",
  "POST /api/accounts/transfers/{id}/return",
  "GET /api/accounts/{id}/transfer",
  "POST /api/accounts/{id}/transfer",
  "POST /api/accounts/{id}/transfer/withdraw",
  "GET /api/accounts/{id}/joined",
  "GET /api/accounts/{id}/joined/{joinedId}/history",
  "POST /api/accounts/{id}/join/preview",
  "POST /api/accounts/{id}/join",
  "POST /api/accounts/bulk-changes",
  "GET /api/accounts/bulk-changes/{bulkId}",
  "POST /api/accounts/bulk-changes/{bulkId}/ask",
  "POST /api/accounts/bulk-changes/{bulkId}/stop",
  "POST /api/accounts/{id}/email-change/cancel",
  "POST /api/accounts/{id}/phone-change/cancel",
  "POST /api/accounts/people",
  "POST /api/accounts/{id}/nip-change",
  "POST /api/accounts/{id}/record-change",
];

const flowNames = Object.keys(flows);
const walked: { readonly flow: string; readonly conditions: Conditions }[] = [];
/** What the pages sent and the API did, e.g. "POST /api/session/code". */
const sent = new Set<string>();

async function take(world: World, flow: string, conditions: Conditions, looks: boolean) {
  const walk = new Walk(world, conditions, looks);
  pictureFailures(walk.visitors);
  await flows[flow]?.(walk);
  expect(walk.complaints).toEqual([]);
  for (const request of walk.done) sent.add(request);
  walked.push({ flow, conditions });
  await walk.end();
}

test.beforeAll(({ world }) => officers.fillLists(world));

/** Where the usual conditions begin: the flows take them in turn, so that each run has all of them, and two runs each flow under all. */
const starts = cells([0, 1], 1, (start) => `the first flow: ${start}`);

describe.each(flowNames)("%s", (flow) => {
  const place = flowNames.indexOf(flow);
  const taken = starts.map((start) => (place + start) % usual.length);
  for (const conditions of usual.filter((_, i) => taken.includes(i)))
    test(nameOf(conditions), ({ world }) => take(world, flow, conditions, true), 180_000);
});

describe("the flows once more, under other conditions", () => {
  const all = flowNames.flatMap((flow) => others.map((conditions) => ({ flow, conditions })));
  const name = ({ flow, conditions }: (typeof all)[number]) => `${flow}: ${nameOf(conditions)}`;
  for (const cell of cells(all, someOthers, name))
    test(name(cell), ({ world }) => take(world, cell.flow, cell.conditions, false), 180_000);
});

describe("nothing is left out", () => {
  test("each flow, and each value of each condition, was walked", () => {
    expect(flowNames.filter((name) => !walked.some(({ flow }) => flow === name))).toEqual([]);
    expect(missingValues(walked.map(({ conditions }) => conditions))).toEqual([]);
  });

  test("each request by which an account changes was sent by a page", () => {
    const unsent = accountRoutes().filter((route) => ![...sent].some(isSentTo(route)));
    expect(unsent).toEqual(unwalked);
  });
});

/** Of docs/openapi.json, e.g. "POST /api/accounts/{id}/freeze". */
function accountRoutes(): string[] {
  const { paths }: { paths: Record<string, object> } = JSON.parse(
    readFileSync("docs/openapi.json", "utf8"),
  );
  return Object.entries(paths)
    .filter(([path]) => /^\/api\/(session|accounts?|officer\/accounts)(\/|$)/.test(path))
    .flatMap(([path, methods]) =>
      Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
    );
}

function isSentTo(route: string): (request: string) => boolean {
  const shape = new RegExp(`^${route.replaceAll(/\{\w+\}/g, "[^/]+")}$`);
  return (request) => shape.test(request);
}
