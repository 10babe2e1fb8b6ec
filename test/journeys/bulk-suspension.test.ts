/** People of a list are suspended by keyboard alone, and a verifier is told; other work is stopped while it runs, and the page says exactly how far it came. */
import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { SetQueueAttributesCommand, SQSClient } from "@aws-sdk/client-sqs";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect } from "vitest";
import { EmployeeTable } from "#shared/employee/employee-table.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { anEmployee } from "../support/builders.ts";
import { decodeQr } from "../support/decode-qr.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { addCrowd } from "./support/crowd.ts";
import { keyboard, mouse } from "./support/hands.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { asInNewTab, pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const crowd = 60;
/** People of one step (apply-bulk-change.ts). */
const perStep = 25;
const to = "Inspektorat";
const unit = "Dinas Hentian";
/** How long a step waits in the queue while the story looks around, seconds. */
const waits = 600;

describe("a petugas at a desktop in English by keyboard alone, a penyetuju at a phone in Indonesian", () => {
  let world: World;
  let asking: Tour;
  let deciding: Tour;
  let guest: Tour;
  let people: Record<"petugas" | "penyetuju" | "one" | "other", SeededPerson>;
  let employees: EmployeeTable;
  let qrPath: string;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { cloud } = world;
    const at = async (language: "id" | "en", screen: typeof phone, hands = mouse) =>
      new Tour(language, await world.visitor({ ...screen, language }), cloud.siteUrl, { hands });
    asking = await at("en", desktop, keyboard);
    [deciding, guest] = [await at("id", phone), await at("en", phone)];
    const named = (like: string, name: string) => world.newcomer({ like, name });
    people = {
      petugas: await named("Budi Petugasanto", "Bintang Hentianto"),
      penyetuju: await named("Rahayu Verifikasari", "Rukmi Hentiansari"),
      one: await named("Siti Contohwati", "Sari Tangguhanwati"),
      other: await named("Siti Contohwati", "Sinta Tangguhanwati"),
    };
    const { instansiId, instansi } = anEmployee();
    const ofCrowd = (i: number) => ({ unitKerja: unit, name: `Hentianwati ${i}` });
    await addCrowd(cloud, crowd, { instansiId, instansi }, ofCrowd, 1700);
    const already = { kedudukanHukum: "04", name: "Siska Tangguhanwati", unitKerja: unit };
    await addCrowd(cloud, 1, { instansiId, instansi }, () => already, 1790);
    const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
    employees = new EmployeeTable(db, setting("EMPLOYEE_TABLE"));
    const { nip } = people.one.employee;
    const holder = new HttpHolder(cloud.siteUrl);
    await holder.signIn(nip, world.nextCode(nip));
    const qr = await decodeQr(await holder.face("front-landscape"));
    qrPath = new URL(qr ?? "").pathname.toLowerCase();
  });
  beforeEach(() => pictureFailures([asking, deciding, guest].map(({ visitor }) => visitor)));

  const setting = (name: string) => world.cloud.services.functions.settings()[name] ?? "";

  /** Whom the words find are marked, and what is changed for them is asked next. */
  const markAll = async (words: string, last: RegExp, many: RegExp) => {
    await asking.open("/petugas", "table");
    if ((await asking.page.locator(".mark").count()) === 0) await asking.press("Choose several…");
    await asking.shows(".mark");
    await asking.fill("q", words);
    await asking.submit();
    await asking.visitor.sees(last);
    await asking.press("Choose all that were found");
    await asking.visitor.sees(many);
    await asking.click('a[href$="bagian=massal"]');
    await asking.shows("#action");
  };
  const ask = async (button: string) => {
    await asking.press(button);
    await asking.shows("#reason");
    await asking.fill("reason", "SK 12/2026");
    await asking.submit();
    await asking.shows(".notice-good:focus");
  };
  const approve = async () => {
    await deciding.open("/petugas/persetujuan", 'a[href*="bagian=massal"]');
    await deciding.press("Setujui…");
    await deciding.shows("dialog[open] [type=submit]");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");
  };
  const verified = async (result: string) => {
    await asInNewTab(guest.page);
    await guest.open(qrPath, "#submit:enabled");
    await guest.click("#by-work");
    await guest.submit();
    await guest.shows(`#result ${result}`);
  };

  test("who would be suspended is shown, and who is so already is left out", async () => {
    await verified(".good");
    for (const [{ visitor }, { employee }] of [
      [asking, people.petugas],
      [deciding, people.penyetuju],
    ] as const) {
      await visitor.signIn(employee.nip);
      await visitor.isAt("/petugas/beranda");
    }
    await markAll("tangguhanwati", /Siska Tangguhanwati/, /3 chosen/);
    await asking.choose("action", "suspend");
    await asking.shows("#sourceNumber");
    await asking.look("tangguhkan-apa");
    await asking.submit();
    await asking.lookAtErrors("tangguhkan-salah");
    await asking.fill("sourceNumber", "SK 888/2026");
    // Typed, a day begins with the part that the browser's language begins with.
    await asking.page.locator("#sourceDay").fill("20/11/2026");
    await asking.submit();
    await asking.visitor.sees("People in this list: 2");
    await asking.visitor.sees("is so already");
    await asking.look("tangguhkan-siapa");
    await ask("Ask for 2 people");

    expect((await employees.find(people.one.id))?.kedudukanHukum).toBe("01");
  }, 180_000);

  test("a second person agrees: the very next verification says so, and the report names who was changed", async () => {
    await approve();
    await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });
    for (const { id } of [people.one, people.other])
      expect(await employees.find(id)).toMatchObject({ kedudukanHukum: "04" });

    await verified(".caution");
    await guest.visitor.sees("Suspended");
    await guest.look("periksa-ditangguhkan-massal");
    await asking.reload();
    await asking.loads("/petugas", ".notice-good");
    await asking.visitor.sees("Done. People who were changed: 2.");
    await asking.look("tangguhkan-selesai");
    const [download] = await Promise.all([
      asking.page.waitForEvent("download"),
      asking.press("Save this list (CSV)"),
    ]);
    const report = readFileSync(await download.path(), "utf8");
    expect(report).toContain("Sari Tangguhanwati");
    expect(report).toMatch(/Siska Tangguhanwati.*is so already/);
  }, 180_000);

  test("work that runs is stopped: what was done stays, the rest is not touched, and the page says how many", async () => {
    const { clock } = world.cloud;
    const sqs = new SQSClient(world.cloud.client);
    const hold = (seconds: number) =>
      sqs.send(
        new SetQueueAttributesCommand({
          QueueUrl: setting("BULK_QUEUE"),
          Attributes: { DelaySeconds: String(seconds) },
        }),
      );
    await markAll("hentianwati", /Hentianwati 0/, /60 chosen/);
    await asking.fill("unitKerja", to);
    await asking.submit();
    await ask(`Ask for ${crowd} people`);
    const { id } = Object.fromEntries(new URL(asking.page.url()).searchParams);
    await hold(waits);
    try {
      await approve();
      clock.advance(waits * 1000);
      await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });
      await asking.open(`/petugas?bagian=massal&id=${id}`, "progress");
      await asking.visitor.sees(`${perStep} of ${crowd} people are done.`);
      await asking.look("hentikan-berjalan");
      await asking.press("Stop");
      await asking.visitor.sees(
        `Stopped. People who were changed: ${perStep}. Not reached: ${crowd - perStep}; their records were not touched.`,
      );
    } finally {
      await hold(0);
    }
    clock.advance(waits * 1000);
    await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });
    const ids = Array.from({ length: crowd }, (_, i) => `emp_kerumunan${1700 + i}` as const);
    const found = [...(await employees.findAll(ids)).values()];
    expect(found.filter(({ unitKerja }) => unitKerja === to)).toHaveLength(perStep);
    expect(found.filter(({ unitKerja }) => unitKerja === unit)).toHaveLength(crowd - perStep);

    await asking.open(`/petugas?bagian=massal&id=${id}`, ".notice-warning");
    await asking.press(`Show all ${crowd}`);
    await expect
      .poll(() => asking.page.getByText("not reached before it was stopped").count())
      .toBe(crowd - perStep);
    await asking.look("hentikan-dihentikan");
  }, 240_000);

  test("nothing was left behind: no dead letters, no complaints of the browsers", () => {
    expect(world.cloud.deadLetters()).toEqual({});
    for (const { visitor } of [asking, deciding, guest]) expect(visitor.complaints).toEqual([]);
  });
});
