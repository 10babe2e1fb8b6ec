/** UU 27/2022: a holder is led to a report of what is wrong, and takes a copy of all, with the report and its answer. */
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
import { ownRequestAnswer } from "#shared/request-kinds/request-kind-answers.ts";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { languagesOf } from "./support/languages.ts";
import { desktop, phone } from "./support/screens.ts";
import { type Language, Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const texts = {
  id: { take: "Unduh salinan", screen: phone, holder: "Sari Salinan", officer: "Budi Salinan" },
  en: {
    take: "Download the copy",
    screen: desktop,
    holder: "Sinta Salinan",
    officer: "Bagas Salinan",
  },
} as const satisfies Record<Language, unknown>;

describe("what is held about a person", () => {
  for (const language of languagesOf("own-data"))
    test(`leads to a report of what is wrong, and is taken as one file, in ${language}`, async ({
      world,
    }) => {
      const { screen, ...text } = texts[language];
      const holder = await world.newcomer({ like: "Siti Contohwati", name: text.holder });
      const { employee } = holder;
      const like = "Budi Petugasanto";
      const { employee: petugas } = await world.newcomer({ like, name: text.officer });
      const own = new Tour(
        language,
        await world.visitor({ ...screen, language }),
        world.cloud.siteUrl,
      );
      pictureFailures([own.visitor]);

      await own.visitor.signIn(employee.nip);
      await own.visitor.isAt("/kartu");
      await own.open("/akun", "#own-data-title");
      await own.click('a[href*="/akun/data"]');
      await own.shows("#report-title");
      await own.visitor.sees(employee.unitKerja);
      await own.look("data-saya");
      await own.click('#report-title ~ p a[href*="/pengajuan?baru=laporan"]');
      await own.shows("#fields-title");
      await refusedReport(world, employee.nip, petugas.nip);

      await own.standsStill("/akun/data", "#copy-title");
      await own.click('#copy-title ~ p a[href$="/bantuan/privasi/"]');
      await own.shows("main dl");
      await own.open("/akun/data", "#copy-title");
      const html = await takeCopy(world, own, employee.nip, text.take);
      expect(html).toContain("Cirebon");
      expect(html).not.toContain(petugas.nip);
      expect(html).not.toContain(text.officer);
      const [, json = ""] =
        /<script type="application\/json" id="data">(.*)<\/script>/s.exec(html) ?? [];
      const data = ownDataAnswer.parse(JSON.parse(json));
      expect(data.requests.items).toMatchObject([{ kind: "wrong-data", state: "rejected" }]);
      expect(data.events.items.map(({ action }) => action)).toContain("own-data-taken");
      await world.cloud.waitUntilIdle();
      const told = world.cloud.mails().filter(({ to }) => to.includes(employee.email));
      expect(told.map(({ subject }) => subject)).toContain(
        "Salinan data Kartu ASN Virtual Anda diunduh",
      );
      expect(own.visitor.complaints).toEqual([]);
    }, 240_000);
});

/** A holder reports something, and an officer answers; the pages of it have a journey of their own (request-kinds.test.ts). */
async function refusedReport(world: World, nip: string, officer: string): Promise<void> {
  const reporting = new HttpHolder(world.cloud.siteUrl);
  await reporting.signIn(nip, world.nextCode(nip));
  const content = { field: "birthPlace", right: "Cirebon", note: "Akta kelahiran 12/1980" };
  const report = { key: "0".repeat(26), kind: "wrong-data", content, files: [] };
  const sent = await reporting.send("POST", "/api/requests/mine", report);
  expect(sent.status).toBe(201);
  const { id, version } = ownRequestAnswer.parse(await sent.json());
  const deciding = new HttpHolder(world.cloud.siteUrl);
  await deciding.signIn(officer, world.nextCode(officer));
  const reason = "Sesuai ijazah; lampirkan akta ke BKPSDM.";
  const decision = { act: "reject", code: "other", reason };
  const answered = await deciding.send("POST", `/api/requests/officer/${id}`, {
    ...{ version, decision },
  });
  expect(answered.status).toBe(200);
}

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
