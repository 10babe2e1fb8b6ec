/** One person was on record twice: two officers join both, the former number leads to the survivor, its QR and account end. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect } from "vitest";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import { groupNip } from "#shared/employee/nip.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { decodeQr, tokenOfQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { solve } from "../support/solve-captcha.ts";
import { keyboard } from "./support/hands.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

describe("a petugas at a desktop in Indonesian, by keyboard, and a penyetuju at a phone in English", () => {
  let world: World;
  let asking: Tour;
  let deciding: Tour;
  let people: Record<"petugas" | "penyetuju" | "survivor" | "twin", SeededPerson>;
  let employees: EmployeeTable;
  let twin: HttpHolder;
  /** Of the twin's card as it was. */
  let token: string | undefined;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { cloud } = world;
    const visitor = async (language: "id" | "en", screen: typeof phone) =>
      world.visitor({ ...screen, language });
    asking = new Tour("id", await visitor("id", desktop), cloud.siteUrl, { hands: keyboard });
    deciding = new Tour("en", await visitor("en", phone), cloud.siteUrl);
    const named = (like: string, name: string) => world.newcomer({ like, name });
    people = {
      petugas: await named("Budi Petugasanto", "Bagus Penggabungan"),
      penyetuju: await named("Rahayu Verifikasari", "Rukmini Penggabungwati"),
      survivor: await named("Siti Contohwati", "Sinta Gandawati"),
      twin: await named("Siti Contohwati", "Shinta Gandawaty"),
    };
    const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
    const { EMPLOYEE_TABLE = "" } = cloud.services.functions.settings();
    employees = new EmployeeTable(db, EMPLOYEE_TABLE);
    twin = new HttpHolder(cloud.siteUrl);
    await twin.signIn(nipOf("twin"), world.nextCode(nipOf("twin")));
    token = tokenOfQr(await decodeQr(await twin.face("front-landscape")));
  });
  beforeEach(() => pictureFailures([asking, deciding].map(({ visitor }) => visitor)));

  const nipOf = (who: keyof typeof people) => people[who].employee.nip;
  const scanned = async () => {
    const guest = new HttpHolder(world.cloud.siteUrl);
    const captcha = solve(await (await guest.send("GET", "/api/verify/captcha")).json());
    return (await guest.send("POST", "/api/verify", { token, captcha })).json();
  };

  test("both stand side by side before anybody is asked", async () => {
    await asking.visitor.signIn(nipOf("petugas"));
    await asking.visitor.isAt("/petugas/beranda");
    const { id } = people.survivor;
    await asking.open(`/petugas/pegawai?id=${id}`, 'a[href*="bagian=ganda"]');
    await asking.click('a[href*="bagian=ganda"]');
    await asking.shows("#joins-title");
    await asking.look("ganda-kosong");
    await asking.press("Cari rekaman lain");
    await asking.shows("#nip");
    await asking.visitor.sees(groupNip(nipOf("survivor")));
    await asking.submit();
    await asking.lookAtErrors("ganda-salah");
    await asking.fill("nip", groupNip(nipOf("twin")));
    await asking.submit();
    await asking.shows("#compare-title");
    await asking.visitor.sees(/tidak dapat dipisahkan lagi/);
    await asking.page.locator("#survivor-here").check();
    await asking.page.locator("#name-other").check();
    await asking.look("ganda-berdampingan");
    await asking.submit();
    await asking.lookAtErrors("ganda-tanpa-sk");
    await asking.fill("sourceNumber", "800/7/2026");
    // Typed, a day begins with the part that the browser's language begins with.
    await asking.page.locator("#sourceDay").fill("20/11/2026");
    await asking.fill("reason", "Tercatat dua kali; cocok dengan SK pengangkatan");
    await asking.submit();
    await asking.shows(".notice-good:focus");
    expect(await scanned()).toMatchObject({ result: "valid" });
  }, 120_000);

  test("the penyetuju sees the same and approves: one record, both histories, and the former number finds it", async () => {
    await deciding.visitor.signIn(nipOf("penyetuju"));
    await deciding.visitor.isAt("/petugas/beranda");
    await deciding.open("/petugas/persetujuan", ".print-item");
    await deciding.visitor.sees(/Shinta Gandawaty/);
    await deciding.look("persetujuan-ganda");
    await deciding.press("Approve…");
    await deciding.shows("dialog[open] [type=submit]");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");
    await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });

    expect(await employees.find(people.survivor.id)).toMatchObject({
      ...{ nip: nipOf("survivor"), name: "Shinta Gandawaty" },
      formerNips: [{ nip: nipOf("twin") }],
    });
    expect(await employees.find(people.twin.id)).toMatchObject({
      joinedInto: people.survivor.id,
      kedudukanHukum: "70",
    });
    expect(await scanned()).toMatchObject({ result: "superseded" });
    await expect(twin.readCard()).rejects.toThrow();
  }, 120_000);

  test("what was joined is found by neither its name nor its page, and its history through the survivor", async () => {
    await asking.open("/petugas", "#q");
    await asking.fill("q", groupNip(nipOf("twin")));
    await asking.submit();
    await asking.shows(`a[href*="${people.survivor.id}"]`);
    expect(await asking.page.locator(`a[href*="${people.twin.id}"]`).count()).toBe(0);
    await asking.open(`/petugas/pegawai?id=${people.twin.id}`, "[role=alert]");
    await asking.open(`/petugas/sk?bagian=ganda&id=${people.survivor.id}`, "#joins-title");
    await asking.press("Tampilkan riwayatnya");
    await asking.shows(".changes");
    await asking.visitor.sees(/800\/7\/2026/);
    await asking.look("ganda-riwayat");
  }, 120_000);
});
