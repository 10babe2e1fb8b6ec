/** A certificate of others: claimed with its file, agreed to by an officer, and counted: by keyboard, at 360 px. */
import { beforeEach, describe, expect } from "vitest";
import { dayIn } from "#shared/runtime/zone.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { findInQueue } from "./support/find-in-queue.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Title (sertifikat) >>\nendobj\n%%EOF\n");

const words = {
  id: {
    ...{
      surname: "Klaimwan",
      arrived: /sertifikat\.pdf: sudah sampai/,
      decided: /Disetujui: /,
      counted: /24 JP/,
    },
    ...{ doubled: /nomor ini sudah tercatat/, held: /Setuju langsung menambah JP/ },
  },
  en: {
    ...{
      surname: "Claimwan",
      arrived: /sertifikat\.pdf: has arrived/,
      decided: /Agreed: /,
      counted: /24 JP/,
    },
    ...{ doubled: /this number is among your/, held: /Agreeing adds the JP at once/ },
  },
} as const;

describe.each(languagesOf("training-claim"))("a certificate of others, in %s", (language) => {
  const text = words[language];
  let world: World;
  let own: Tour;
  let desk: Tour;
  let holder: SeededPerson;
  let officer: SeededPerson;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const at = async () =>
      new Tour(language, await world.visitor({ ...phone, language }), world.cloud.siteUrl, {
        hands: keyboard,
      });
    [own, desk] = [await at(), await at()];
    holder = await world.newcomer({ like: "Siti Contohwati", name: `Sekar ${text.surname}` });
    officer = await world.newcomer({ like: "Budi Petugasanto", name: `Bayu ${text.surname}` });
  });
  beforeEach(() => pictureFailures([own.visitor, desk.visitor], "training-claim-"));

  /** A day of this year that is over; on its first day that of the year before. */
  const lastDay = () => {
    const today = dayIn("WIB", world.cloud.clock.now());
    return today.endsWith("-01-01")
      ? `31/12/${Number(today.slice(0, 4)) - 1}`
      : `01/01/${today.slice(0, 4)}`;
  };
  const fillIn = async (number: string) => {
    await own.fill("name", "Pelatihan Analisis Kebijakan");
    await own.fill("organiser", "Lembaga Contoh");
    await own.fill("number", number);
    for (const field of ["from", "until"]) await own.fill(field, lastDay());
    await own.fill("jp", "24");
    await own.submit();
    await own.shows("#files-title:focus");
  };
  const attach = async () => {
    const paper = { name: "sertifikat.pdf", mimeType: "application/pdf", buffer: pdf };
    await own.page.setInputFiles("#bukti", paper);
    await own.visitor.sees(text.arrived);
  };

  test("its holder is told what is missing, sends it with its file", async () => {
    await own.visitor.signIn(holder.employee.nip);
    await own.visitor.isAt("/kartu");
    await own.open("/pengajuan?bagian=pelatihan", "#learning-title");
    await own.click('main a[href$="baru=sertifikat"]');
    await own.shows("#fields-title:focus");
    await own.look("sertifikat-luar");
    await own.submit();
    await own.lookAtErrors("sertifikat-luar-kosong");
    await fillIn("B-589/UGM/2026");
    await own.submit();
    await own.lookAtErrors("sertifikat-luar-tanpa-berkas");
    await attach();
    await own.submit();
    await own.shows("#check-title:focus");
    await own.look("sertifikat-luar-periksa");
    await own.submit();
    await own.shows(".notice-good:focus");
    await own.look("sertifikat-luar-terkirim");
  }, 240_000);

  test("an officer sees it with what it would make of the year, agrees, and its JP count", async () => {
    await desk.visitor.signIn(officer.employee.nip);
    await desk.visitor.isAt("/petugas/beranda");
    await desk.open("/petugas/pengajuan", "#request-title");
    await findInQueue(desk, holder);
    await desk.visitor.sees(text.held);
    await desk.visitor.sees("B-589/UGM/2026");
    await desk.look("antrean-sertifikat");
    await desk.page.keyboard.press("s");
    await desk.visitor.sees(text.decided);
    await world.cloud.waitUntilIdle();

    await own.open("/pengajuan?bagian=pelatihan", "#learning-title");
    await own.visitor.sees(text.counted);
    await own.look("sertifikat-luar-dihitung");
  }, 240_000);

  test("the same number in another spelling is told to be counted already", async () => {
    await own.open("/pengajuan?baru=sertifikat", "#fields-title");
    await fillIn("b 589 ugm 2026");
    await attach();
    await own.submit();
    await own.shows("#check-title:focus");
    await own.submit();
    await own.visitor.sees(text.doubled);
    await own.look("sertifikat-luar-ganda");
    for (const { complaints } of [own.visitor, desk.visitor]) expect(complaints).toEqual([]);
  }, 240_000);
});
