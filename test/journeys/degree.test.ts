/**
 * Everybody at a phone of 360 px and by keyboard alone: a holder corrects a degree with a PDF over a breaking connection, is asked,
 * answers without typing it again, a second person approves, the card is drawn anew, and the QR of the proof verifies until the proof is withdrawn.
 */
import { beforeEach, describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { findInQueue } from "./support/find-in-queue.ts";
import { keyboard } from "./support/hands.ts";
import { languagesOf } from "./support/languages.ts";
import { checkProof } from "./support/proof.ts";
import { phone } from "./support/screens.ts";
import { shownFace, verify } from "./support/steps.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const pdf = Buffer.from("%PDF-1.7\n1 0 obj\n<< /Title (ijazah) >>\nendobj\n%%EOF\n");
const degree = "S.Kom., M.Han.";
const walks = {
  id: {
    names: ["Gita Gelarsari", "Galih Tanyanto", "Gina Setujuwati"],
    arrived: /ijazah\.pdf: sudah sampai/,
    number: /Nomor pengajuan Anda: \w{5}-\w{5}/,
    question: "Nomor ijazahnya berapa?",
    asked: /Klarifikasi diminta: /,
    reply: "Nomor 7/2026.",
    passedOn: /Diteruskan ke penyetuju: /,
    approved: /Disetujui: /,
    revocation: "Ijazahnya ternyata palsu.",
    revoked: /Bukti pengajuan ini dicabut/,
  },
  en: {
    names: ["Dewi Gelarsari", "Danu Tanyanto", "Dina Setujuwati"],
    arrived: /ijazah\.pdf: (has )?arrived/,
    number: /number[^.]*: \w{5}-\w{5}/i,
    question: "Which number has the diploma?",
    asked: /Asked: /,
    reply: "Number 7/2026.",
    passedOn: /Passed on to the approver: /,
    approved: /Agreed: /,
    revocation: "The diploma turned out to be forged.",
    revoked: /The proof of this request was withdrawn/,
  },
} as const;

describe.each(languagesOf("degree"))(
  "a degree is corrected by keyboard at 360 px, in %s",
  (language) => {
    const text = walks[language];
    let world: World;
    let own: Tour;
    let desk: Tour;
    let second: Tour;
    let holder: SeededPerson;
    let officers: readonly SeededPerson[];
    let faceBefore: string | null;
    /** The address in the QR of its proof. */
    let proof: string;

    test.beforeAll(async ({ world: given }) => {
      world = given;
      const at = async () =>
        new Tour(language, await world.visitor({ ...phone, language }), world.cloud.siteUrl, {
          hands: keyboard,
        });
      [own, desk, second] = [await at(), await at(), await at()];
      const [asks, verifies, approves] = text.names;
      holder = await world.newcomer({ like: "Siti Contohwati", name: asks });
      officers = [
        await world.newcomer({ like: "Budi Petugasanto", name: verifies }),
        await world.newcomer({ like: "Rahayu Verifikasari", name: approves }),
      ];
    });
    beforeEach(() => pictureFailures([own.visitor, desk.visitor, second.visitor]));

    test("the holder sends it with a PDF, whose first sending breaks off", async () => {
      await own.visitor.signIn(holder.employee.nip);
      await own.visitor.isAt("/kartu");
      await own.open("/kartu", "img.card-face");
      faceBefore = await shownFace(own.visitor);
      await own.open("/pengajuan?baru=name", "#gelarBelakang");
      await own.fill("gelarBelakang", degree);
      await own.submit();
      await own.shows("#files-title:focus");
      let lost = 0;
      await own.page.route("**", async (route) => {
        const sent = route.request();
        const isFile =
          sent.method() === "POST" && !new URL(sent.url()).pathname.startsWith("/api/");
        if (!isFile || lost > 0) return route.fallback();
        lost++;
        return route.abort("connectionreset");
      });
      const file = { name: "ijazah.pdf", mimeType: "application/pdf", buffer: pdf };
      await own.page.setInputFiles("#bukti", file);
      await own.visitor.sees(text.arrived);
      expect(lost).toBe(1);
      await own.page.unrouteAll({ behavior: "wait" });
      await own.submit();
      await own.shows("#check-title:focus");
      await own.visitor.sees(degree);
      await own.submit();
      await own.shows(".notice-good:focus");
      await own.visitor.sees(text.number);
      await own.look("gelar-terkirim");
    });

    test("an officer asks, and the holder answers without typing it again", async () => {
      await desk.visitor.signIn(officers[0]?.employee.nip ?? "");
      await desk.visitor.isAt("/petugas/beranda");
      await desk.open("/petugas/pengajuan", "#request-title");
      await findInQueue(desk, holder);
      await desk.page.keyboard.press("k");
      await desk.shows("select#code:focus");
      await desk.fill("reason", text.question);
      await desk.look("gelar-klarifikasi");
      await desk.submit();
      await desk.visitor.sees(text.asked);

      await world.cloud.waitUntilIdle();
      await own.open("/kartu", "#notifications-title");
      await own.click('.notifications a[href*="/pengajuan?id="]');
      await own.visitor.sees(text.question);
      await own.click('main a[href*="langkah=isian"]');
      await own.shows("#fields-title:focus");
      expect(await own.page.inputValue("#gelarBelakang")).toBe(degree);
      await own.fill("reply", text.reply);
      await own.submit();
      await own.visitor.sees(text.arrived);
      await own.submit();
      await own.shows("#check-title:focus");
      await own.submit();
      await own.shows(".notice-good:focus");
    });

    test("one verifies, a second person approves, the card is another one, and the proof's QR verifies", async () => {
      await desk.open("/petugas/pengajuan", "#request-title");
      await findInQueue(desk, holder);
      await desk.visitor.sees(text.reply);
      await desk.page.keyboard.press("s");
      await desk.visitor.sees(text.passedOn);
      await second.visitor.signIn(officers[1]?.employee.nip ?? "");
      await second.visitor.isAt("/petugas/beranda");
      await second.open("/petugas/pengajuan", "#request-title");
      await findInQueue(second, holder);
      await second.look("gelar-penyetuju");
      await second.page.keyboard.press("s");
      await second.visitor.sees(text.approved);
      await world.cloud.waitUntilIdle();

      await own.open("/kartu", "img.card-face");
      await own.shows(`main :text("${degree}")`);
      await expect.poll(() => shownFace(own.visitor)).not.toBe(faceBefore);
      await own.open("/pengajuan", "#requests-title");
      await own.click("main article a");
      await own.shows("#changes-title");
      const guest = await world.visitor({ ...phone, language: "id" });
      const subject = "Perubahan data pegawai: disetujui";
      proof = await checkProof(own, guest, { subject, secret: /Gelarsari|M\.Han/ });
      expect([own, desk, second].flatMap(({ visitor }) => visitor.complaints)).toEqual([]);
    });

    test("an officer withdraws the proof, and whoever scans its QR reads that, without the reason", async () => {
      await desk.open("/petugas/pengajuan?bagian=selesai", "#ended-title");
      await desk.click(`main li a:has-text("${holder.employee.name}")`);
      await desk.shows("#request-title:focus");
      await desk.click("summary");
      await desk.fill("reason", text.revocation);
      await desk.look("gelar-cabut-bukti");
      await desk.submit();
      await desk.visitor.sees(text.revoked);
      const guest = await world.visitor({ ...phone, language: "id" });
      await verify(guest, proof);
      await guest.sees("Dokumen dicabut");
      expect(await guest.page.locator("main").innerText()).not.toContain(text.revocation);
    });
  },
);
