/** The own address says which mails come to it, also while it is new. */
import { h } from "preact";
import { render } from "preact-render-to-string";
import { expect, test } from "vitest";
import { tellContact } from "#shared/session/tell-contact.ts";
import { ContactSection } from "../../web/src/account/contact-section.tsx";
import { anEmployee } from "../support/builders.ts";
import { FakeClock } from "../support/fake-clock.ts";

async function told(emailChangedAt?: string) {
  const clock = new FakeClock();
  const siti = anEmployee({ email: "siti@contoh.example", emailChangedAt });
  const account = { id: "account#siti", sessions: {}, version: 0 };
  const ownAddresses = { find: async () => ({ changes: [], account }) };
  const contact = await tellContact({ ownAddresses, clock, newEmailWaitHours: 24 }, siti);
  return { contact, text: render(h(ContactSection, { first: contact })).replace(/<[^>]+>/g, "") };
}
const hoursAgo = (hours: number) =>
  new Date(new FakeClock().now().getTime() - hours * 3_600_000).toISOString();

test("a new address says from when codes are mailed to it, and who hears of the account meanwhile", async () => {
  const { contact, text } = await told(hoursAgo(1));
  expect(contact.emailCodesFrom).toBe(hoursAgo(-23));
  expect(text).toContain("Alamat ini baru.");
  expect(text).toContain("juga ke alamat sebelumnya");
});

test("one that is not new has all mails", async () => {
  for (const { contact, text } of [await told(), await told(hoursAgo(25))]) {
    expect(contact).not.toHaveProperty("emailCodesFrom");
    expect(text).toContain("serta pemberitahuan dikirim ke alamat ini");
    expect(text).not.toContain("Alamat ini baru.");
  }
});
