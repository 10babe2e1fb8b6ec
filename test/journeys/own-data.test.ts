/** UU 27/2022: a holder reports what is wrong, the agency answers by the clock, and the holder takes a copy of all. */
import { readFileSync } from "node:fs";
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { ListObjectsV2Command, S3Client } from "@aws-sdk/client-s3";
import { DynamoDBDocumentClient, QueryCommand } from "@aws-sdk/lib-dynamodb";
import { describe, expect } from "vitest";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { erasedText } from "#shared/employee/erase-record.ts";
import { OpenChangeTable } from "#shared/employee/open-change-table.ts";
import { revise } from "#shared/employee/revision.ts";
import { WritableEmployeeTable } from "#shared/employee/writable-employee-table.ts";
import { ownDataAnswer } from "#shared/own-data/own-data-answer.ts";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { desktop, phone } from "./support/screens.ts";
import { type Language, Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const texts = {
  id: {
    waits: "Menunggu jawaban instansi",
    first: "Datanya masih sama seperti saat dilaporkan. Perbaiki datanya lebih dahulu.",
    answer: "Kirim jawaban",
    answered: "Jawaban terkirim. Pegawai diberi tahu.",
    refused: "Tidak diubah",
    take: "Unduh salinan",
  },
  en: {
    waits: "Waits for the agency",
    first: "The record still says what it said at the report. Correct the record first.",
    answer: "Send the answer",
    answered: "The answer was sent. The person is told.",
    refused: "Not changed",
    take: "Download the copy",
  },
} as const satisfies Record<Language, unknown>;

const people = {
  id: { screen: phone, holder: "Sari Koreksi", officer: "Budi Koreksi" },
  en: { screen: desktop, holder: "Sinta Koreksi", officer: "Bagas Koreksi" },
} as const;

describe("what is held about a person", () => {
  for (const language of ["id", "en"] as const)
    test(`can be reported as wrong, is answered, and is taken as one file, in ${language}`, async ({
      world,
    }) => {
      const text = texts[language];
      const { screen, ...names } = people[language];
      const holder = await world.newcomer({ like: "Siti Contohwati", name: names.holder });
      const { employee } = holder;
      const like = "Budi Petugasanto";
      const { employee: petugas } = await world.newcomer({ like, name: names.officer });
      const own = new Tour(
        language,
        await world.visitor({ ...screen, language }),
        world.cloud.siteUrl,
      );
      const desk = new Tour(
        language,
        await world.visitor({ ...desktop, language }),
        world.cloud.siteUrl,
      );
      pictureFailures([own.visitor, desk.visitor]);

      await own.visitor.signIn(employee.nip);
      await own.visitor.isAt("/kartu");
      await own.open("/akun", "#own-data-title");
      await own.click('a[href*="/akun/data"]');
      await own.shows("#report-title");
      await own.look("data-saya");
      await own.click('#report-title ~ p a[href*="/pengajuan?baru=laporan"]');
      await own.shows("#fields-title");
      // As the page before that form sent it, which may still be open somewhere.
      const reporting = new HttpHolder(world.cloud.siteUrl);
      await reporting.signIn(employee.nip, world.nextCode(employee.nip));
      const report = { field: "birthPlace", right: "Cirebon", note: "Akta kelahiran 12/1980" };
      const sent = await reporting.send("POST", "/api/account/corrections", report);
      expect(sent.status).toBe(200);
      await own.open("/akun/data", "#reports-title");
      await own.visitor.sees(text.waits);
      await own.look("data-saya-laporan");

      await desk.visitor.signIn(petugas.nip);
      await desk.visitor.isAt("/petugas/beranda");
      await desk.click('main nav a[href*="/petugas/koreksi"]');
      await desk.visitor.sees("Cirebon");
      await desk.look("koreksi");
      const item = `li:has-text("${names.holder}")`;
      await desk.click(`${item} summary`);
      await desk.page.locator(`${item} select`).selectOption("corrected");
      await desk.page.locator(`${item} input`).fill("Sudah diubah");
      await desk.click(`${item} [type=submit]`);
      await desk.visitor.sees(text.first);
      await desk.look("koreksi-belum");
      await desk.page.locator(`${item} select`).selectOption("refused");
      await desk.page.locator(`${item} input`).fill("Sesuai ijazah; lampirkan akta ke BKPSDM.");
      await desk.click(`${item} [type=submit]`);
      await desk.visitor.sees(text.answered);
      await desk.look("koreksi-dijawab");

      await own.open("/akun/data", "#reports-title");
      await own.visitor.sees(text.refused);
      await own.visitor.sees("Sesuai ijazah; lampirkan akta ke BKPSDM.");
      await own.standsStill("/akun/data", "#copy-title");
      await own.click('#copy-title ~ p a[href$="/bantuan/privasi/"]');
      await own.shows("main dl");
      await own.open("/akun/data", "#copy-title");
      const html = await takeCopy(world, own, employee.nip, text.take);
      expect(html).toContain("Cirebon");
      expect(html).not.toContain(petugas.nip);
      expect(html).not.toContain(names.officer);
      const [, json = ""] =
        /<script type="application\/json" id="data">(.*)<\/script>/s.exec(html) ?? [];
      const data = ownDataAnswer.parse(JSON.parse(json));
      expect(data.events.items.map(({ action }) => action)).toEqual(
        expect.arrayContaining(["own-data-taken", "correction-refused", "correction-reported"]),
      );
      await world.cloud.waitUntilIdle();
      const told = world.cloud.mails().filter(({ to }) => to.includes(employee.email));
      expect(told.map(({ subject }) => subject)).toEqual(
        expect.arrayContaining([
          "Laporan data Kartu ASN Virtual Anda dijawab: tidak diubah",
          "Salinan data Kartu ASN Virtual Anda diunduh",
        ]),
      );
      expect([...own.visitor.complaints, ...desk.visitor.complaints]).toEqual([]);
    }, 240_000);
});

async function takeCopy(world: World, own: Tour, nip: string, take: string): Promise<string> {
  await own.click("#copy-title ~ details summary");
  await own.fill("copyPassword", demoPassword);
  await own.fill("copyCode", world.nextCode(nip));
  await own.look("data-saya-salinan");
  const [download] = await Promise.all([own.page.waitForEvent("download"), own.press(take)]);
  expect(download.suggestedFilename()).toBe("data-kartu-asn.html");
  return readFileSync(await download.path(), "utf8");
}

test("who left ten years ago is erased in the night, and nothing of the face is left", async ({
  world,
}) => {
  const { cloud } = world;
  const { id, employee } = await world.newcomer({ like: "Siti Contohwati", name: "Wati Purna" });
  const desk = await world.newcomer({ like: "Budi Petugasanto", name: "Bayu Arsipan" });
  const settings = cloud.services.functions.settings();
  const db = DynamoDBDocumentClient.from(new DynamoDBClient(cloud.client));
  const employees = new WritableEmployeeTable(db, settings.EMPLOYEE_TABLE ?? "", {
    audit: new AuditTable(db, settings.AUDIT_TABLE ?? ""),
    changes: new OpenChangeTable(db, settings.OPEN_CHANGE_TABLE ?? ""),
  });
  const before = await employees.find(id);
  const at = new Date("2016-01-31T03:00:00.000Z");
  const told = { at, actor: { role: "import" }, action: "status-changed" } as const;
  const end = before && revise(before, { kedudukanHukum: "99" }, told);
  if (!end) throw new Error("Wati has left already.");
  await employees.save(end);
  await cloud.waitUntilIdle();
  cloud.clock.advance(24 * 3_600_000);
  await cloud.waitUntilIdle({ timeoutSeconds: 120 });

  const after = await employees.find(id);
  expect(after).toMatchObject({ name: erasedText, nip: employee.nip, kedudukanHukum: "99" });
  expect([after?.email, after?.photoId, after?.phone]).toEqual([undefined, undefined, undefined]);
  const s3 = new S3Client({ ...cloud.client, forcePathStyle: true });
  const files = async (Bucket: string, folder: string) =>
    (await s3.send(new ListObjectsV2Command({ Bucket, Prefix: `${folder}/${id}/` }))).Contents;
  expect(await files(settings.PHOTO_BUCKET ?? "", "photos")).toBeUndefined();
  expect(await files(settings.CARD_BUCKET ?? "", "cards")).toBeUndefined();
  const { Items = [] } = await db.send(
    new QueryCommand({
      TableName: settings.AUDIT_TABLE,
      KeyConditionExpression: "subjectId = :person",
      ExpressionAttributeValues: { ":person": id },
    }),
  );
  expect(Items.map(({ action }) => action).slice(-2)).toEqual(["erasure-begun", "record-erased"]);
  expect(JSON.stringify(Items)).not.toMatch(/"(salt|from|to|reason)":/);
  expect(
    world.logLines().filter((line) => /AccessDenied|not authorized|history\.overwr/.test(line)),
  ).toEqual([]);
  const visitor = await world.visitor({ ...desktop, language: "id" });
  const tour = new Tour("id", visitor, cloud.siteUrl);
  pictureFailures([visitor]);
  await visitor.signIn(desk.employee.nip);
  await visitor.isAt("/petugas/beranda");
  await tour.open(`/petugas/pegawai?id=${id}`, ".changes");
  await visitor.sees(/Kedudukan hukum: dihapus menurut aturan/);
  await tour.look("data-dihapus");
  expect(
    cloud
      .mails()
      .filter(({ to }) => to.includes(employee.email ?? ""))
      .map(({ subject }) => subject),
  ).not.toContain("Alamat surel Kartu ASN Virtual Anda diganti");
}, 180_000);
