/** A person moves to another agency: two of each agree, the history goes along, access does not, and the card is drawn anew. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect } from "vitest";
import { CardTable } from "#shared/card/card-table.ts";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { groupNip } from "#shared/employee/nip.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { desktop, phone } from "./support/screens.ts";
import { SecondOfficer } from "./support/second-officer.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const other = "ins_khayalan";

describe("one agency at a desktop in Indonesian releases, another one at a phone in English takes in", () => {
  let world: World;
  let releasing: Tour;
  let taking: Tour;
  let deciding: Tour;
  let people: Record<"petugas" | "penyetuju" | "taker" | "decider" | "holder", SeededPerson>;
  let employees: EmployeeTable;
  let cards: CardTable;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { cloud } = world;
    const at = async (language: "id" | "en", screen: typeof phone) =>
      new Tour(language, await world.visitor({ ...screen, language }), cloud.siteUrl);
    releasing = await at("id", desktop);
    [taking, deciding] = [await at("en", phone), await at("en", desktop)];
    const named = (like: string, name: string) => world.newcomer({ like, name });
    const there = (like: string, name: string) =>
      world.newcomer({ like, name, instansiId: other, zone: "WITA" });
    people = {
      petugas: await named("Budi Petugasanto", "Bram Pelepasanto"),
      penyetuju: await named("Rahayu Verifikasari", "Ratna Pelepasari"),
      taker: await there("Budi Petugasanto", "Beni Penerimanto"),
      decider: await there("Rahayu Verifikasari", "Reni Penerimasari"),
      holder: await named("Siti Contohwati", "Santi Pindahwati"),
    };
    const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
    const settings = cloud.services.functions.settings();
    employees = new EmployeeTable(db, settings.EMPLOYEE_TABLE ?? "");
    cards = new CardTable(db, settings.CARD_TABLE ?? "");
  });
  beforeEach(() => pictureFailures([releasing, taking, deciding].map(({ visitor }) => visitor)));

  const nipOf = (who: keyof typeof people) => people[who].employee.nip;
  const agencyOf = async () => (await employees.find(people.holder.id))?.instansiId;

  test("the agency releases, and nothing changes yet", async () => {
    await releasing.visitor.signIn(nipOf("petugas"));
    await releasing.visitor.isAt("/petugas/beranda");
    const { id } = people.holder;
    // Where parts of both pages come late, the heading keeps the focus.
    await releasing.scriptsLate(async () => {
      await releasing.open(`/petugas/pegawai?id=${id}`, 'a[href*="bagian=pindah"]');
      await releasing.click('a[href*="bagian=pindah"]');
      await releasing.shows("#transfer-title");
    });
    await releasing.look("pindah-kosong");
    await releasing.press("Ajukan pindah instansi");
    await releasing.shows("#sourceNumber");
    await releasing.visitor.sees(groupNip(nipOf("holder")));
    await releasing.submit();
    await releasing.lookAtErrors("pindah-salah");
    await releasing.choose("to", other);
    await releasing.fill("sourceNumber", "824/7/2026");
    await releasing.fill("sourceDay", "20/11/2026");
    await releasing.fill("reason", "Pindah atas permintaan sendiri");
    await releasing.submit();
    await releasing.shows(".notice-good:focus");
    const second = await SecondOfficer.signedIn(world, nipOf("penyetuju"));
    await second.approveAllOf("Santi Pindahwati");

    expect(await agencyOf()).toBe("ins_contoh");
    await releasing.open(`/petugas/sk?bagian=pindah&id=${id}`, "#transfer-title");
    await releasing.visitor.sees(/menunggu instansi tujuan/);
    await releasing.look("pindah-dilepas");
  }, 120_000);

  test("the other one takes in, with a unit and a position", async () => {
    await taking.visitor.signIn(nipOf("taker"));
    await taking.visitor.isAt("/petugas/beranda");
    await taking.click('.desk-items a[href*="bagian=pindah"]');
    await taking.shows(".print-item");
    await taking.visitor.sees(/Santi Pindahwati/);
    await taking.visitor.sees(/\d\d WITA/);
    await taking.look("pindah-masuk");
    await taking.press("Take in");
    await taking.shows("#jabatan");
    await taking.submit();
    await taking.lookAtErrors("terima-salah");
    await taking.fill("unitKerja", "Dinas Arsip Provinsi");
    await taking.fill("jabatan", "Arsiparis Ahli Muda");
    await taking.fill("reason", "Formasi tersedia");
    await taking.reload();
    await taking.press("Take in");
    expect(await taking.page.locator("#jabatan").inputValue()).toBe("Arsiparis Ahli Muda");
    expect(await taking.page.locator("#reason").inputValue()).toBe("Formasi tersedia");
    await taking.submit();
    await taking.shows(".notice-good:focus");
    await taking.visitor.sees(/Your penyetuju decides/);
    await expect.poll(() => taking.page.locator(".print-item button").count()).toBe(1);
    await taking.look("pindah-diajukan");
    expect(await agencyOf()).toBe("ins_contoh");
  }, 120_000);

  test("its penyetuju approves: the card is drawn for the new agency, and the old one opens nothing", async () => {
    const before = await cards.find(people.holder.id);
    await deciding.visitor.signIn(nipOf("decider"));
    await deciding.visitor.isAt("/petugas/beranda");
    await deciding.open("/petugas/persetujuan", ".print-item");
    await deciding.look("persetujuan-pindah");
    await deciding.press("Approve…");
    await deciding.shows("dialog[open] [type=submit]");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");
    await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });

    expect(await employees.find(people.holder.id)).toMatchObject({
      ...{ instansiId: other, instansi: "Pemerintah Provinsi Khayalan", zone: "WITA" },
      ...{ unitKerja: "Dinas Arsip Provinsi", jabatan: "Arsiparis Ahli Muda" },
    });
    const after = await cards.find(people.holder.id);
    expect(after?.contentHash).not.toBe(before?.contentHash);
    await taking.open(`/petugas/pegawai?id=${people.holder.id}`, ".changes");
    await taking.visitor.sees(/824\/7\/2026/);
    await taking.look("pegawai-pindahan");
    await releasing.open(`/petugas/pegawai?id=${people.holder.id}`, "[role=alert]");
    await releasing.visitor.sees(/Data tidak ditemukan/);
  }, 120_000);
});
