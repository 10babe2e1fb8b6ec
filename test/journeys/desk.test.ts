/** An officer comes to work: what waits, the board of data quality, and the way from there to the people. */
import { DynamoDBClient } from "@aws-sdk/client-dynamodb";
import { DynamoDBDocumentClient } from "@aws-sdk/lib-dynamodb";
import { beforeEach, describe, expect } from "vitest";
import { WritableAgencyTable } from "#shared/agency/writable-agency-table.ts";
import { AuditTable } from "#shared/audit/audit-table.ts";
import { PhotoTable } from "#shared/photo/photo-table.ts";
import { anAgency } from "../support/agency-table-contract.ts";
import { anEntry } from "../support/audit-table-contract.ts";
import { addCrowd } from "./support/crowd.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const agency = { instansiId: "ins_meja", instansi: "Pemerintah Kabupaten Meja" };
const walks = {
  id: { screen: phone, name: "Mira Mejawati" },
  en: { screen: desktop, name: "Mirna Mejawati" },
} as const;

describe("an officer's first page and the board, by keyboard alone", () => {
  let world: World;
  let visitors: Visitor[] = [];

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { client, clock, services } = world.cloud;
    const names = services.functions.settings();
    const db = DynamoDBDocumentClient.from(new DynamoDBClient(client), {
      marshallOptions: { removeUndefinedValues: true },
    });
    const audit = new AuditTable(db, names.AUDIT_TABLE ?? "");
    await new WritableAgencyTable(db, names.AGENCY_TABLE ?? "", audit).save(
      anAgency({ id: agency.instansiId, name: agency.instansi, zone: "WIB", texts: {} }),
      anEntry({ subjectId: `agency#${agency.instansiId}`, revision: 1 }),
    );
    const inTwoMonths = new Date(clock.now().getTime() + 60 * 86_400_000);
    const ending = {
      ...({ kind: "PPPK", kedudukanHukum: "71", golongan: "IX", tmt: "2012-01-01" } as const),
      contractEnd: inTwoMonths.toISOString().slice(0, 10),
    };
    // Behind those of the other stories.
    await addCrowd(world.cloud, 8, agency, (i) => (i < 2 ? ending : {}), 800);
    const photos = new PhotoTable(db, names.PHOTO_TABLE ?? "");
    const requestedAt = clock.now().toISOString();
    const asked = { id: "pho_meja", employeeId: "emp_kerumunan800", requestedAt } as const;
    await photos.expect(asked);
    await photos.decide(
      { ...asked, instansiId: agency.instansiId },
      {
        accepted: false,
        rules: [{ rule: "transparency", verdict: "failed", code: "not-transparent" }],
      },
    );
  });
  beforeEach(() => pictureFailures(visitors, "meja-"));

  test.for(languagesOf("desk"))(
    "in %s: what waits leads to the list, the board to who fails and to a reminder",
    async (language) => {
      const { screen, name } = walks[language];
      const visitor = await world.visitor({ ...screen, language });
      visitors = [visitor];
      const { employee } = await world.newcomer({ like: "Budi Petugasanto", name, ...agency });
      const tour = new Tour(language, visitor, world.cloud.siteUrl, { hands: keyboard });
      await visitor.signIn(employee.nip);
      await visitor.isAt("/petugas/beranda");
      await tour.shows("main .desk-items a");
      await tour.look("beranda");

      await tour.click('main .desk-items a[href$="daftar=no-photo"]');
      await visitor.isAt("/petugas/akun");
      await tour.shows("main tbody tr:nth-child(8)");

      await tour.open("/petugas/akun?daftar=photo-refused", "main tbody tr");
      await tour.look("foto-ditolak");
      await tour.open("/petugas/pegawai?id=emp_kerumunan800", "#matters-title ~ ul");
      await tour.look("pengajuan-dan-foto");

      await tour.open("/petugas/mutu", "main button");
      await tour.press(/^(Hitung ulang sekarang|Count again now)$/);
      await tour.shows(".indicators li");
      await tour.look("mutu");
      await tour.click('.indicators a[href$="daftar=no-phone&ingatkan"]');
      await visitor.isAt("/petugas/akun");
      await tour.shows(".reminders h2:focus");

      await tour.open("/petugas/beranda", "main ol li");
      await tour.look("beranda-mutu");
      await tour.click('main .desk-items a[href$="keadaan=ends-soon"]');
      await visitor.isAt("/petugas");
      expect(visitor.complaints).toEqual([]);
    },
  );
});
