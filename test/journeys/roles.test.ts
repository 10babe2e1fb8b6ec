import { describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test } from "./support/world.ts";

const reason = "SK 7/2026 tanggal 20 November 2026";

describe("two operators give a role and take it back, one at a desktop in Indonesian, one at a phone in English", () => {
  let asking: Tour;
  let ownNip: string;
  let deciding: Tour;
  let person: SeededPerson;
  let theirs: Visitor;

  test.beforeAll(async ({ world }) => {
    const operator = async (language: "id" | "en", screen: typeof phone) =>
      new Tour(language, await world.visitor({ ...screen, language }), world.cloud.siteUrl);
    [asking, deciding] = [await operator("id", desktop), await operator("en", phone)];
    theirs = await world.visitor();
    person = await world.newcomer({ like: "Siti Contohwati", name: "Sari Perannia" });
  });

  const all = () => [asking.visitor, deciding.visitor, theirs];

  test("both sign in, and so does the person whose roles they are", async ({ world }) => {
    pictureFailures(all());
    const operator = async ({ visitor }: Tour, name: string) => {
      const { employee } = await world.newcomer({ like: "Oka Operatorawan", name });
      await visitor.signIn(employee.nip);
      await visitor.isAt("/operator/beranda");
      return employee.nip;
    };
    ownNip = await operator(asking, "Okta Pengajuwan");
    await operator(deciding, "Putri Penentuwati");
    await theirs.signIn(person.employee.nip);
    await theirs.isAt("/kartu");
  }, 120_000);

  test("an operator finds a person by NIP; what was typed survives a reload, and is asked for", async () => {
    pictureFailures(all());
    await asking.open("/operator/peran", "#nip");
    await asking.submit();
    await asking.lookAtErrors("peran-nip-kosong");
    await asking.fill("nip", person.employee.nip);
    await asking.submit();
    await asking.shows("#reason");
    await asking.submit();
    await asking.lookAtErrors("peran-tanpa-alasan");
    await asking.fill("reason", reason);

    await asking.open("/operator/peran", "#reason");
    await expect.poll(() => asking.page.locator("#reason").inputValue()).toBe(reason);
    await asking.visitor.sees("Isian yang sudah Anda mulai dipulihkan.");
    await asking.look("peran-dipulihkan");
    await asking.submit();
    await asking.shows(".notice-good:focus");
    await asking.visitor.sees(/^Perubahan peran Sari Perannia.* sudah diajukan/);
    await asking.visitor.sees(reason);
    await asking.look("peran-diajukan");
    expect(await asking.visitor.button("Setujui…").count()).toBe(0);
    await theirs.goto("/petugas");
    await theirs.sees("Anda tidak berwenang membuka halaman ini.");
  });

  test("nobody refuses without a reason; what another operator approves holds from the person's next request", async () => {
    pictureFailures(all());
    await deciding.open("/operator/peran", ".print-item");
    await deciding.look("peran-menunggu");
    await deciding.visitor.press("Refuse…");
    await deciding.shows("dialog[open] #refusalReason");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.lookAtErrors("peran-tolak-tanpa-alasan");
    await deciding.click("dialog[open] .button-quiet");
    await deciding.visitor.press("Approve…");
    await deciding.shows("dialog[open] ins");
    await deciding.look("peran-setujui");
    const before = deciding.visitor.answers.length;
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");
    await deciding.visitor.sees("Nothing waits for your decision.");
    await deciding.look("peran-disetujui");
    // Read again at once, the list could still show what has just been decided: its index follows the table.
    const lists = "GET /api/operator/approvals 200";
    expect(deciding.visitor.answers.slice(before)).not.toContain(lists);

    await theirs.goto("/petugas");
    await theirs.page.locator("main table").waitFor();
  });

  test("whose roles they are hears of it, by mail and in the inbox", async ({ world }) => {
    pictureFailures(all());
    await world.cloud.waitUntilIdle();
    const mails = world.cloud.mails().filter(({ to }) => to.includes(person.employee.email));
    expect(mails.map(({ subject }) => subject)).toContain(
      "Peran dalam akun Kartu ASN Virtual Anda berubah",
    );

    await theirs.goto("/kartu");
    await theirs.sees("Dua operator memberikan atau mencabut peran Anda.");
  });

  test("who asked reads what became of it, and a refusal with its reason", async () => {
    pictureFailures(all());
    await ask("revoke");
    await deciding.open("/operator/peran", ".print-item");
    await deciding.shows(".print-item del");
    await deciding.visitor.press("Refuse…");
    await deciding.fill("refusalReason", "The decree is missing");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");

    await asking.open("/operator/peran", ".print-item");
    await asking.visitor.sees("The decree is missing");
    await asking.visitor.sees("Ditolak");
    await asking.visitor.sees("Disetujui");
    await theirs.goto("/petugas");
    await theirs.page.locator("main table").waitFor();
  });

  test("who comes too late is told what happened, in words", async () => {
    pictureFailures(all());
    await ask("revoke");
    await deciding.open("/operator/peran", ".print-item");
    await asking.visitor.press("Tarik kembali…");
    await asking.look("peran-tarik-kembali");
    await asking.click("dialog[open] [type=submit]");
    await asking.shows(".notice-good:focus");
    await deciding.visitor.press("Approve…");
    await deciding.click("dialog[open] [type=submit]");

    await deciding.visitor.sees("Whoever asked for this has withdrawn it.");
    await deciding.lookAtErrors("peran-sudah-ditarik");
    await deciding.click("dialog[open] .button-quiet");
    await deciding.visitor.sees("Nothing waits for your decision.");
  });

  test("nobody asks for the own roles", async () => {
    pictureFailures(all());
    await asking.open("/operator/peran", "#nip");
    await asking.fill("nip", ownNip);
    await asking.submit();

    await asking.visitor.sees(
      "Ini Anda sendiri. Peran Anda diajukan dan diputuskan oleh operator lain.",
    );
    expect(await asking.page.locator("#reason").count()).toBe(0);
    await asking.look("peran-sendiri");
  });

  test("the page stands still while its answers are slow, and nothing complains", async () => {
    await asking.standsStill("/operator/peran", "#nip");

    expect(all().flatMap(({ complaints }) => complaints)).toEqual([]);
  });

  async function ask(action: "grant" | "revoke"): Promise<void> {
    await asking.open("/operator/peran", "#nip");
    await asking.fill("nip", person.employee.nip);
    await asking.submit();
    await asking.shows("#reason");
    await asking.page.locator("#action").selectOption(action);
    await asking.fill("reason", reason);
    await asking.submit();
    await asking.shows(".notice-good:focus");
  }
});
