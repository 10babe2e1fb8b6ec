/** Somebody else changed the address of an account: its holder stops it by the link of the mail, without a login. */
import { describe, expect } from "vitest";
import { employeeAnswer, employeeListAnswer } from "#shared/employee/record-answers.ts";
import type { NewEmployee } from "#shared/employee/register-employee.ts";
import { wordsOf } from "../../local/start/console/mailbox.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { desktop, phone } from "./support/screens.ts";
import { type Language, Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const texts = {
  id: { freeze: "Bekukan akun", frozen: /Akun ini dibekukan/ },
  en: { freeze: "Freeze the account", frozen: /This account is frozen/ },
} as const satisfies Record<Language, unknown>;

describe("«Bukan saya»", () => {
  let officer: HttpHolder;

  test.beforeAll(async ({ world }) => {
    const petugas = { like: "Budi Petugasanto", name: "Bagus Pembekuan" };
    const { nip } = (await world.newcomer(petugas)).employee;
    officer = new HttpHolder(world.cloud.siteUrl);
    await officer.signIn(nip, world.nextCode(nip));
  });

  /** As an officer would who was deceived, or deceives. */
  async function changeEmail({ nip }: NewEmployee, email: string): Promise<void> {
    const found = await officer.send("POST", "/api/officer/employees/search", { q: nip });
    const [{ id } = { id: "" }] = employeeListAnswer.parse(await found.json()).items;
    const record = await officer.send("GET", `/api/officer/employees/${id}`);
    const { revision } = employeeAnswer.parse(await record.json());
    const change = { revision, requestId: crypto.randomUUID(), reason: "Surel lama tidak aktif" };
    await officer.send("PATCH", `/api/officer/employees/${id}`, { ...change, changes: { email } });
  }

  const people = {
    id: { screen: phone, who: { like: "Siti Contohwati", name: "Sinta Pembekuan" } },
    en: { screen: desktop, who: { like: "Made Percobaan", name: "Made Pembekuan" } },
  } as const;

  for (const language of ["id", "en"] as const)
    test(`a mail's link freezes the account, in ${language}`, async ({ world }) => {
      const { screen, who } = people[language];
      const { employee: holder } = await world.newcomer(who);
      const visitor = async () => await world.visitor({ ...screen, language });
      const guest = new Tour(language, await visitor(), world.cloud.siteUrl);
      const stranger = await visitor();
      pictureFailures([guest.visitor, stranger]);
      const text = texts[language];

      const otherEmail = `baru-${holder.email}`;
      await changeEmail(holder, otherEmail);
      const link = await linkIn(world, holder.email);
      expect(link?.startsWith(`${world.cloud.siteUrl}/bukan-saya#`)).toBe(true);
      expect(await linkIn(world, otherEmail)).toBeUndefined();
      // The person who has password and authenticator, and is about to be stopped.
      await stranger.signIn(holder.nip);

      const path = (link ?? "").slice(world.cloud.siteUrl.length);
      await guest.open(path, "main .button-danger");
      expect(new URL(guest.page.url()).hash).toBe("");
      await guest.look("bukan-saya");
      expect(await statusOf(stranger)).toBe(200);
      await guest.page.reload();
      await guest.shows("main .button-danger");
      await guest.page.getByRole("button", { name: text.freeze }).click();
      await guest.shows("main ol");
      await guest.look("bukan-saya-selesai");
      expect(await statusOf(stranger)).toBe(401);

      await stranger.goto("/masuk");
      await stranger.signInHere(holder.nip).catch(() => undefined);
      await stranger.sees(text.frozen);
      await guest.open(path, "main [role=status]");
      await guest.look("bukan-saya-terpakai");
    }, 120_000);

  test("a link that is none says what to do instead", async ({ world }) => {
    const guest = new Tour("id", await world.visitor(phone), world.cloud.siteUrl);
    await guest.open("/bukan-saya", "main [role=status]");
    await guest.look("bukan-saya-kosong");
    await guest.open("/bukan-saya#tidak-ada", "main [role=status]");
    await guest.visitor.sees("Tautan ini tidak berlaku lagi");
  }, 60_000);
});

async function linkIn({ cloud }: World, address: string): Promise<string | undefined> {
  await cloud.waitUntilIdle();
  const mail = cloud.mails().find(({ to }) => to.includes(address));
  expect(mail, `a mail to ${address}`).toBeDefined();
  return mail && /https?:\S+#\S+/.exec(wordsOf(mail))?.[0];
}

async function statusOf({ page }: Tour["visitor"]): Promise<number> {
  const { origin } = new URL(page.url());
  return (await page.context().request.get(`${origin}/api/session?look=1`)).status();
}
