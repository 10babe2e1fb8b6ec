/** A holder who is signed in and may change the own address and number. */
import { expect } from "vitest";
import { AccountHistory } from "#shared/account/account-history.ts";
import { carryOutContactChanges } from "#shared/session/carry-out-contact-changes.ts";
import { HistoryInMemory } from "../../support/history-in-memory.ts";
import { rightCode } from "../../support/users-in-memory.ts";
import { password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

export const to = "siti@baru.example";
export const proof = { password, code: rightCode };

export async function signedIn() {
  const trail = new HistoryInMemory();
  const accountHistory = new AccountHistory(trail);
  const api = sessionApiUnderTest({ accountHistory });
  const page = api.browser();
  await page.signIn();
  api.users.nextCode();
  const askFor = (email: string) => page.post("/api/account/email", { email, ...proof });
  const confirm = (code = api.codeMails.at(-1)?.code ?? "") =>
    page.post("/api/account/email/confirm", { code });
  const changeTo = async (email: string) => {
    expect((await askFor(email)).status).toBe(204);
    expect((await confirm()).status).toBe(200);
  };
  const carryOut = () => carryOutContactChanges({ ...api, accountHistory });
  const events = async () =>
    (await accountHistory.page({ employeeId: siti.id, limit: 99 })).items
      .map(({ action }) => action)
      .filter((action) => !action.startsWith("signed-in"));
  const contact = async () => (await page.get("/api/account/contact")).body;
  return { ...api, api, page, askFor, confirm, changeTo, carryOut, events, contact };
}
