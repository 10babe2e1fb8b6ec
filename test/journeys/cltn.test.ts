/** Unpaid leave (CLTN) by moved clock: asked with the approval of BKN, given, the card suspended on its first day, not revived by its end, and by a decision. */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect } from "vitest";
import { employeeAnswer } from "#shared/employee/record-answers.ts";
import { daysAfter } from "#shared/employee/retirement.ts";
import { dayIn, midnightIn } from "#shared/runtime/zone.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { leavePosts } from "./support/leave-posts.ts";
import { phone } from "./support/screens.ts";
import { SecondOfficer } from "./support/second-officer.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const minute = 60_000;
const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Title (persetujuan) >>\nendobj\n%%EOF\n");
const walks = {
  id: {
    ...{ instansiId: "ins_cltn", surname: "Cltnwan", instansi: "Pemerintah Kota Cltn" },
    arrived: /persetujuan\.pdf: sudah sampai/,
    byItself: /kartu ditangguhkan dengan sendirinya/,
    approved: /Disetujui, akan datang/,
    suspended: /Kartu Anda (sedang )?ditangguhkan/,
  },
  en: {
    ...{ instansiId: "ins_unpaid", surname: "Unpaidwan", instansi: "Pemerintah Kota Unpaid" },
    arrived: /persetujuan\.pdf: (has )?arrived/,
    byItself: /the card is suspended by itself/,
    approved: /Approved, yet to come/,
    suspended: /Your card is suspended/,
  },
} as const;
const typed = (day: string) => day.split("-").reverse().join("/");

describe.each(languagesOf("cltn"))("a CLTN by moved clock, in %s", (language) => {
  const text = walks[language];
  const { instansiId, instansi, surname } = text;
  let world: World;
  let tours: readonly [own: Tour, superior: Tour, authority: Tour];
  let people: readonly SeededPerson[];
  let from: string;
  let to: string;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const at = { instansiId, instansi, unitKerja: "Bidang Cuti" };
    const named = (name: string, like = "Siti Contohwati") =>
      world.newcomer({ ...at, like, name: `${name} ${surname}` });
    people = [await named("Sari"), await named("Bima"), await named("Ratih")];
    const [, superior, authority] = people;
    if (!superior || !authority) throw new Error("Nobody decides.");
    await leavePosts(world.cloud, { instansiId, superior: superior.id, authority: authority.id });
    const tour = async () =>
      new Tour(language, await world.visitor({ ...phone, language }), world.cloud.siteUrl, {
        hands: keyboard,
      });
    tours = [await tour(), await tour(), await tour()];
    from = daysAfter(dayIn("WIB", world.cloud.clock.now()), 3);
    to = daysAfter(from, 6);
  });
  beforeEach(() =>
    pictureFailures(
      tours.map(({ visitor }) => visitor),
      "cltn-",
    ),
  );

  const personAt = (place: number) => {
    const person = people[place];
    if (!person) throw new Error("Nobody is there.");
    return person;
  };
  const signIn = async (place: 0 | 1 | 2) => {
    const tour = tours[place];
    await tour.visitor.signIn(personAt(place).employee.nip);
    await tour.visitor.isAt("/kartu");
    return tour;
  };
  /** Some minutes into a day of Jakarta. */
  const until = async (day: string) => {
    const { clock } = world.cloud;
    clock.advance(midnightIn("WIB", day).getTime() + 7 * minute - clock.now().getTime());
    await world.cloud.waitUntilIdle({ timeoutSeconds: 120 });
  };
  const asked = async (own: Tour, days: readonly [string, string]) => {
    await own.open("/pengajuan?baru=cuti", "#fields-title");
    await own.choose("kind", "cltn");
    await own.shows("#bkn");
    await own.choose("reason", "ikut-pasangan-tugas");
    await own.choose("bkn", "yes");
    await own.fill("words", "Mendampingi suami tugas belajar");
    await own.fill("from", typed(days[0]));
    await own.fill("to", typed(days[1]));
    await own.fill("address", "Jalan Contoh 1");
    await own.fill("phone", "081200000000");
  };
  const sent = async (own: Tour) => {
    await own.submit();
    await own.shows("#files-title:focus");
    const file = { name: "persetujuan.pdf", mimeType: "application/pdf", buffer: pdf };
    await own.page.setInputFiles("#bukti", file);
    await own.visitor.sees(text.arrived);
    await own.submit();
    await own.shows("#check-title:focus");
    await own.submit();
    await own.shows("#place-title");
  };

  test("it is asked for with the approval of BKN, and whoever decides looks at the papers", async () => {
    const own = await signIn(0);
    await asked(own, [from, to]);
    await own.look(`cltn-formulir-${language}`);
    await sent(own);

    for (const place of [1, 2] as const) {
      const decider = await signIn(place);
      await decider.open("/pengajuan?bagian=putusan", "main article h2");
      await decider.click("main article h2 a");
      await decider.shows("#verdict-title");
      if (place === 2) {
        await decider.visitor.sees(text.byItself);
        await decider.click("[data-decision=view]");
        await decider.shows("iframe[sandbox]");
        await decider.look(`cltn-berkas-${language}`);
      }
      await decider.choose("verdict", "approved");
      await decider.submit();
      await decider.shows("main .lead");
    }
    await own.open("/pengajuan?bagian=cuti", "#leaves-title");
    await own.visitor.sees(text.approved);
  }, 300_000);

  test("its first day suspends the card by itself", async () => {
    await until(from);
    const own = await signIn(0);
    await own.visitor.sees(text.suspended);
    await own.look(`cltn-kartu-${language}`);
  }, 300_000);

  test("its end revives nothing: the decision of two officers does", async () => {
    await until(daysAfter(to, 2));
    const at = { instansiId, instansi, unitKerja: "Bidang Cuti" };
    const [asker, decider] = [
      await world.newcomer({ ...at, like: "Budi Petugasanto", name: `Bayu ${surname}` }),
      await world.newcomer({ ...at, like: "Rahayu Verifikasari", name: `Rina ${surname}` }),
    ];
    const officer = new HttpHolder(world.cloud.siteUrl);
    await officer.signIn(asker.employee.nip, world.nextCode(asker.employee.nip));
    const { id } = personAt(0);
    const path = `/api/officer/employees/${id}`;
    const read = async () => employeeAnswer.parse(await (await officer.send("GET", path)).json());
    const { revision, status } = await read();
    expect(status).toBe("suspended");
    const today = dayIn("WIB", world.cloud.clock.now());
    await officer.send("POST", `/api/accounts/${id}/decrees`, {
      ...{ revision, requestId: randomUUID(), reason: "Pengaktifan kembali" },
      ...{ kind: "position", skNumber: "800/9/2026", skDate: today, tmt: today },
      to: { kedudukanHukum: "01" },
    });
    const second = await SecondOfficer.signedIn(world, decider.employee.nip);
    await second.approveAllOf(`Sari ${surname}`);
    expect((await read()).status).toBe("active");
    const own = await signIn(0);
    await own.shows("img.card-face");
    // A frame of papers runs no script; the browser tells so of what the tests put into each page.
    const complaints = tours.flatMap(({ visitor }) => visitor.complaints);
    expect(
      complaints.filter((each) => !/^Blocked script execution in .*sandboxed/.test(each)),
    ).toEqual([]);
  }, 300_000);
});
