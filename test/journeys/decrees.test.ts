/** Dates that act by themselves: a promotion that two people planned, a contract that passes at midnight in WIT and is revived. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect } from "vitest";
import { CardTable } from "#shared/card/card-table.ts";
import { cardStatus, dayOf } from "#shared/employee/employee.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { groupNip } from "#shared/employee/nip.ts";
import { midnightIn } from "#shared/runtime/zone.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { typedDay } from "../../web/src/typed-day.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const hour = 3_600_000;

describe("a petugas at a desktop in Indonesian plans, a penyetuju at a phone in English decides", () => {
  let world: World;
  let asking: Tour;
  let deciding: Tour;
  let officers: SeededPerson[];
  let holder: SeededPerson;
  let employees: EmployeeTable;
  let cards: CardTable;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { cloud } = world;
    const at = async (language: "id" | "en", screen: typeof phone) =>
      new Tour(language, await world.visitor({ ...screen, language }), cloud.siteUrl);
    [asking, deciding] = [await at("id", desktop), await at("en", phone)];
    const named = (like: string, name: string) => world.newcomer({ like, name });
    officers = [
      await named("Budi Petugasanto", "Bagas Perencanaan"),
      await named("Rahayu Verifikasari", "Ratih Pemutusan"),
    ];
    holder = await named("Siti Contohwati", "Sinta Kenaikanwati");
    const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
    const settings = cloud.services.functions.settings();
    employees = new EmployeeTable(db, settings.EMPLOYEE_TABLE ?? "");
    cards = new CardTable(db, settings.CARD_TABLE ?? "");
  });
  beforeEach(() => pictureFailures([asking.visitor, deciding.visitor]));

  const record = async () => {
    const found = await employees.find(holder.id);
    if (!found) throw new Error("The holder has no record.");
    return found;
  };
  const signIn = async () => {
    for (const [i, { visitor }] of [asking, deciding].entries()) {
      await visitor.signIn(officers[i]?.employee.nip ?? "");
      await visitor.isAt("/petugas/beranda");
    }
  };

  test("a promotion with a TMT to come is planned from the record's page, and approved", async () => {
    await signIn();
    const person = await record();
    const tmt = dayOf(person, new Date(world.cloud.clock.now().getTime() + 48 * hour));
    await asking.open(`/petugas/pegawai?id=${holder.id}`, `a[href*="sk?id="]`);
    await asking.click('a[href*="sk?id="]');
    await asking.shows(".print-list h2");
    await asking.look("keputusan-kosong");
    await asking.press("Catat keputusan");
    await asking.shows("#skNumber");
    await asking.visitor.sees(groupNip(holder.employee.nip));
    await asking.submit();
    await asking.lookAtErrors("keputusan-salah");
    await asking.choose("golongan", "III/d");
    const skDate = typedDay(dayOf(person, world.cloud.clock.now()));
    const texts = { skNumber: "823/12/2026", skDate, tmt: typedDay(tmt) };
    await asking.fill("skDate", "31/02/2026");
    await asking.submit();
    await asking.visitor.sees("Tanggal SK: tanggal kalender, ditulis HH/BB/TTTT.");
    for (const [field, text] of Object.entries({ ...texts, reason: "Kenaikan pangkat" }))
      await asking.fill(field, text);
    await asking.reload();
    await asking.shows(".notice-info");
    await asking.look("keputusan-dipulihkan");
    for (const [field, text] of Object.entries({ ...texts, golongan: "III/d" }))
      expect(await asking.page.inputValue(`#${field}`)).toBe(text);
    await asking.fill("skNumber", "8".repeat(61));
    await asking.submit();
    await asking.visitor.sees(/paling banyak 60 karakter/);
    expect(await asking.page.inputValue("#skNumber")).toHaveLength(61);
    await asking.fill("skNumber", texts.skNumber);
    await asking.submit();
    await asking.shows(".notice-good:focus");

    await deciding.open("/petugas/persetujuan", ".print-item");
    await deciding.look("persetujuan-keputusan");
    await deciding.press("Approve…");
    await deciding.shows("dialog[open] [type=submit]");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");
    expect((await record()).golongan).toBe(person.golongan);

    for (const form of ["geser", "batalkan"]) {
      await asking.open(`/petugas/sk?id=${holder.id}`, ".print-item .button-row");
      await asking.press(form === "geser" ? "Pindahkan TMT" : "Batalkan keputusan");
      await asking.shows("#reason");
      await asking.visitor.sees(/823\/12\/2026/);
      await asking.look(`keputusan-${form}`);
      await asking.fill("reason", `Dokumen belum lengkap (${form})`);
      await asking.reload();
      await asking.shows(".notice-info");
      expect(await asking.page.inputValue("#reason")).toContain(form);
    }
    // That waits, and is told; it takes effect all the same, because nobody decides.
    await asking.submit();
    await asking.shows(".notice-good:focus");
    await asking.visitor.sees(/Pembatalannya sudah diajukan/);
    await asking.look("keputusan-pembatalan-diajukan");

    await deciding.open("/petugas/sk", ".print-item");
    await deciding.visitor.sees(/Sinta Kenaikanwati/);
    await deciding.look("keputusan-instansi");
    await deciding.click('.print-item a[href*="sk?id="]');
    await deciding.shows("h1:focus");
    // The next login leads back to where somebody was.
    await deciding.open("/petugas/beranda", "h1");
  }, 120_000);

  test("nobody does anything, and after its midnight the record says it and the card is drawn anew", async () => {
    const person = await record();
    const before = await cards.find(holder.id);
    const tmt = dayOf(person, new Date(world.cloud.clock.now().getTime() + 48 * hour));
    const untilMidnight = midnightIn("WIB", tmt).getTime() - world.cloud.clock.now().getTime();
    world.cloud.clock.advance(untilMidnight - hour);
    await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });
    expect((await record()).golongan).toBe(person.golongan);

    world.cloud.clock.advance(hour + 6 * 60_000);
    await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });
    expect(await record()).toMatchObject({ golongan: "III/d", revision: person.revision + 1 });
    const after = await cards.find(holder.id);
    expect(after?.contentHash).not.toBe(before?.contentHash);
    expect(after?.revision).toBe(person.revision + 1);
    expect(cardStatus(await record(), world.cloud.clock.now())).toBe("active");
  }, 120_000);

  test("its line of history names both who decided, and the paper", async () => {
    await signIn();
    await asking.open(`/petugas/sk?id=${holder.id}`, ".print-item");
    await asking.visitor.sees(/sudah berlaku/);
    await asking.look("keputusan-berlaku");
    await asking.open(`/petugas/pegawai?id=${holder.id}`, ".changes");
    await asking.visitor.sees(/823\/12\/2026/);
  }, 60_000);
});
