/** Everything that is stored with a person's id: what becomes of it when the person's data are erased (docs/privacy.md). */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { fixtureSchema } from "../../stored/fixture.ts";

/** "erased" by leaver-eraser; "expires" by itself within 400 days; "stays" because docs/privacy.md says why. */
const fates: Readonly<Record<string, "erased" | "expires" | "stays">> = {
  record: "erased",
  "record-marker": "stays",
  "record-request": "expires",
  history: "erased",
  reading: "stays",
  roles: "stays",
  card: "stays",
  "card-token": "stays",
  "card-signature": "stays",
  "status-place": "stays",
  // The last person of a finished work.
  backfill: "stays",
  bulk: "stays",
  upload: "expires",
  "latest-photo": "expires",
  scan: "expires",
  "reported-photo": "expires",
  "suspected-card": "expires",
  "bulk-list": "expires",
  notification: "erased",
  "mail-plan": "erased",
  // Who announced it, for the agency.
  announcement: "stays",
  // Until the summary is asked for, on its day.
  "mail-summary": "expires",
  session: "expires",
  device: "expires",
  "qr-login": "expires",
  "mailed-code": "expires",
  link: "expires",
  print: "expires",
  export: "expires",
  import: "expires",
  approval: "erased",
  // Until the card is drawn.
  "open-change": "expires",
  "account-record": "erased",
  "contact-change": "erased",
  decree: "erased",
  correction: "erased",
  transfer: "erased",
  request: "erased",
  "request-files": "erased",
  "leave-ledger": "erased",
  "leave-year": "erased",
  "leave-absence": "erased",
  document: "erased",
  "document-revocation": "erased",
  // An id that leads to no record any more: nobody acts in the post.
  post: "stays",
  "post-person": "stays",
  "post-title": "stays",
  // Archive of the agency.
  letter: "stays",
  "attendance-month": "erased",
  "machine-pins": "erased",
  "presence-key": "erased",
  // An id that leads to no record any more, with days of the week.
  "agency-calendar": "stays",
  // Ids that lead to no record any more: how seats were given stays provable.
  "training-offer": "stays",
  "training-register": "stays",
  "training-joined": "stays",
  // Archive of the agency, as letters are: a certificate that was given stays provable.
  "training-sheet": "stays",
  "training-result": "stays",
  "training-learnt": "stays",
  campaign: "expires",
  "campaign-people": "expires",
  "campaign-answer": "expires",
};

test("whatever is stored with a person's id has a fate when the person's data are erased", () => {
  const file = new URL("../../stored/fixture.json", import.meta.url);
  const stored = fixtureSchema.parse(JSON.parse(readFileSync(file, "utf8")));
  const named = Object.keys(stored).filter((name) =>
    /"[^"]*emp_/.test(JSON.stringify(stored[name])),
  );

  expect(named.filter((name) => fates[name] === undefined)).toEqual([]);
  expect(Object.keys(fates).filter((name) => stored[name] === undefined)).toEqual([]);
});
