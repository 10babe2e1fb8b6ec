/** All that is held about a person, for this person alone. */

import { expect, test } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import type { PhotoReview } from "#shared/employee/photo-review.ts";
import { revisePhoto } from "#shared/employee/revision.ts";
import { mostEntries, ownDataAnswer } from "#shared/own-data/own-data-answer.ts";
import { moveTo } from "#shared/request/requests.ts";
import { change } from "../../support/employees-in-memory.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { NotificationsInMemory } from "../../support/notifications-in-memory.ts";
import { anOldReport, oldReportsOf } from "../../support/old-reports.ts";
import { aRequest } from "../../support/requests.ts";
import { RequestsInMemory } from "../../support/requests-in-memory.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import { password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

const proof = { password, code: rightCode };
const officer = { role: "officer", id: "emp_budi" } as const;

async function signedIn() {
  const history = new HistoryInMemory();
  const accountHistory = new AccountHistory(history);
  const notifications = new NotificationsInMemory();
  const oldReports = oldReportsOf({ ...anOldReport, employeeId: siti.id });
  const requests = new RequestsInMemory();
  const api = sessionApiUnderTest({
    history,
    accountHistory,
    notifications,
    oldReports,
    requests,
  });
  const page = api.browser();
  await page.signIn();
  api.users.nextCode();
  const take = () => page.post("/api/account/data", proof);
  return { ...api, history, accountHistory, notifications, requests, page, take };
}

test("the copy has the record, the history and who read it, and names no officer", async () => {
  const { history, notifications, requests, take } = await signedIn();
  const at = "2026-11-21T03:00:00.000Z";
  await history.add({
    ...{ subjectId: siti.id, revision: 2, at, actor: officer, action: "changed" },
    ...{ reason: "Sesuai SK, dilihat Budi", changes: [{ field: "jabatan", from: "A", to: "B" }] },
  });
  await history.noteReading({ subjectId: siti.id, at, actor: officer, purpose: "record-exported" });
  await notifications.add({ employeeId: siti.id, id: `${at}#2`, at, code: "card-changed" });
  await requests.save(moveTo(undefined, aRequest({ person: siti.id })));
  const { status, body } = await take();

  expect(status).toBe(200);
  const data = ownDataAnswer.parse(body);
  expect(data.record).toContainEqual({ field: "nip", value: siti.nip });
  expect(data.changes.items).toEqual([
    { at, by: "officer", action: "changed", changes: [{ field: "jabatan", from: "A", to: "B" }] },
  ]);
  expect(data.readings.items).toEqual([{ at, by: "officer", purpose: "record-exported" }]);
  expect(data.notices.items).toEqual([{ at, code: "card-changed" }]);
  const { employeeId: _own, ...report } = anOldReport;
  expect(data.oldReports).toEqual([report]);
  expect(data.requests.items).toMatchObject([{ kind: "data-change", turn: "petugas" }]);
  expect(data.sessions).toHaveLength(1);
  expect(data.events.items.map(({ action }) => action)).toContain("own-data-taken");
  expect(JSON.stringify(body)).not.toMatch(/emp_budi|Budi/);
});

test("the copy tells nobody of a report of their card before an officer has looked at it", async () => {
  const { requests, clock, take } = await signedIn();
  const since = clock.now().toISOString();
  const filed = aRequest({
    ...{ person: siti.id, kind: "suspect-card", unasked: true, group: "altered" },
    ...{ content: { cause: "altered" }, submittedAt: since, since },
  });
  await requests.save(moveTo(undefined, filed));
  const { body } = await take();

  expect(ownDataAnswer.parse(body).requests.items).toEqual([]);
  expect(JSON.stringify(body)).not.toContain("suspect-card");
});

test("the copy says what people decided about the photo, with the message that its holder read", async () => {
  const { employees, clock, take } = await signedIn();
  const asked: PhotoReview = {
    ...{ state: "new-asked", at: "2026-11-21T03:00:00.000Z", until: "2099-12-05T03:00:00.000Z" },
    ...{ causes: ["warned"], warned: ["eyes"], faults: ["dress"], note: "Pakai atribut." },
  };
  const told = { at: clock.now(), actor: officer, action: "photo-new-asked" } as const;
  await employees.save(revisePhoto(siti, { photoReview: asked }, told));
  const { body } = await take();

  expect(ownDataAnswer.parse(body).photoReview).toEqual(asked);
});

test("the copy says since when the QR is paused, and until when the NIP is open", async () => {
  const { employees, clock, take } = await signedIn();
  const told = {
    qrPausedAt: "2026-11-21T03:00:00.000Z",
    nipOpenUntil: "2026-11-21T04:00:00.000Z",
  };
  await change(employees, siti, told, clock);
  const { body } = await take();

  expect(ownDataAnswer.parse(body).card).toMatchObject(told);
});

test("without password and code there is no copy, and nothing is noted", async () => {
  const { accountHistory, page } = await signedIn();
  const refused = await page.post("/api/account/data", { ...proof, password: "Salah-Sekali-99!" });

  expect(refused.status).toBe(422);
  const { items } = await accountHistory.page({ employeeId: siti.id, limit: 9 });
  expect(items.map(({ action }) => action)).not.toContain("own-data-taken");
});

test("that a copy was taken is told to its person", async () => {
  const { accountHistory, take } = await signedIn();
  await take();
  const { items } = await accountHistory.page({ employeeId: siti.id, limit: 1 });

  expect(items).toMatchObject([
    { action: "own-data-taken", holderTold: true, actor: { id: siti.id } },
  ]);
});

test("a long history ends at the most entries, and says so", async () => {
  const { history, take } = await signedIn();
  for (let revision = 2; revision < mostEntries + 300; revision++)
    await history.add({
      ...{ subjectId: siti.id, revision, at: "2026-11-21T03:00:00.000Z", actor: officer },
      ...{ action: "changed", changes: [] },
    });
  const { changes, readings } = ownDataAnswer.parse((await take()).body);

  expect(changes.hasOlder).toBe(true);
  expect(changes.items).toHaveLength(mostEntries);
  expect(readings).toEqual({ items: [] });
});

test("the copy has the changes of a record that was joined into this one too", async () => {
  const { employees, history, clock, take } = await signedIn();
  const at = "2026-11-21T03:00:00.000Z";
  for (const subjectId of [siti.id, "emp_twin", "emp_other"])
    await history.add({
      ...{ subjectId, revision: 2, at, actor: officer, action: "changed" },
      changes: [{ field: "jabatan", to: subjectId }],
    });
  const joinedRecords = [{ id: "emp_twin", nip: siti.nip, at }] as const;
  await change(employees, siti, { joinedRecords }, clock);
  const { changes } = ownDataAnswer.parse((await take()).body);

  expect(changes.items.map((each) => each.changes[0]?.to)).toEqual([siti.id, "emp_twin"]);
});
