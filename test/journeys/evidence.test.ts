/** The file of a decree: an officer attaches it to a promotion, another one opens it and approves, and the history has it. */
import { beforeEach, describe, expect } from "vitest";
import { employeeAnswer } from "#shared/employee/record-answers.ts";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const html = "<script>document.title='x'</script>";
const pdf = Buffer.from(`%PDF-1.7\n1 0 obj\n<< /Title (${html}) >>\nendobj\n%%EOF\n`);
const choice = "#sourceFileChoice";

describe("a petugas attaches the file of a decree, a penyetuju opens it", () => {
  let world: World;
  let asking: Tour;
  let deciding: Tour;
  let officers: SeededPerson[];
  let holder: SeededPerson;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    const { siteUrl } = world.cloud;
    asking = new Tour("id", await world.visitor({ ...desktop, language: "id" }), siteUrl);
    deciding = new Tour("en", await world.visitor({ ...phone, language: "en" }), siteUrl);
    officers = [
      await world.newcomer({ like: "Budi Petugasanto", name: "Bayu Lampiranto" }),
      await world.newcomer({ like: "Rahayu Verifikasari", name: "Rani Pembukawati" }),
    ];
    holder = await world.newcomer({ like: "Siti Contohwati", name: "Sari Berkaswati" });
  });
  beforeEach(() => pictureFailures([asking.visitor, deciding.visitor]));

  const attach = (name: string, buffer: Buffer) =>
    asking.page.setInputFiles(choice, { name, mimeType: "application/pdf", buffer });
  const isRefused = async (sentence: RegExp) => {
    await asking.shows(`${choice}-error`);
    expect(await asking.page.textContent(`${choice}-error`)).toMatch(sentence);
    expect(await asking.page.inputValue("#sourceNumber")).toBe("823/60/2026");
  };

  test("what is no PDF, too large or locked gets its sentence, and what was typed stays", async () => {
    for (const [i, { visitor }] of [asking, deciding].entries()) {
      await visitor.signIn(officers[i]?.employee.nip ?? "");
      await visitor.isAt("/petugas/beranda");
    }
    await asking.open(`/petugas/pegawai?id=${holder.id}&langkah=ubah`, choice);
    await asking.fill("sourceNumber", "823/60/2026");
    await attach("sk.pdf", Buffer.from("\x89PNG\r\n\x1a\n", "latin1"));
    await isRefused(/bukan PDF/);
    await attach("sk.pdf", Buffer.alloc(3 * 1024 * 1024));
    await isRefused(/2 MB/);
    await attach("sk.pdf", Buffer.from("%PDF-1.7\n1 0 obj\n<< /Encrypt 5 0 R >>\n%%EOF"));
    await isRefused(/terkunci/);
    await asking.look("berkas-ditolak");
  });

  test("it stays through a reload, and goes with the change to who decides", async () => {
    await asking.choose("golongan", "III/d");
    await asking.fill("reason", "Kenaikan pangkat");
    await attach(`${html}.pdf`, pdf);
    await asking.visitor.sees(/Berkas sudah terlampir/);
    await asking.reload();
    await asking.visitor.sees(/Berkas sudah terlampir/);
    await asking.look("berkas-terlampir");
    await asking.submit();
    await asking.shows("#review-title");
    await asking.submit();
    await asking.shows(".notice-good:focus");

    await deciding.open("/petugas/persetujuan", ".print-item");
    await deciding.visitor.sees(/Not scanned for viruses/);
    await deciding.look("persetujuan-berkas");
    const downloading = deciding.page.waitForEvent("download");
    await deciding.press("Download its file");
    expect((await downloading).suggestedFilename()).toBe("berkas-bukti.pdf");
    await deciding.press("Approve…");
    await deciding.shows("dialog[open] [type=submit]");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");

    await asking.open(`/petugas/pegawai?id=${holder.id}`, "#history-title");
    await asking.visitor.sees(/Unduh berkasnya/);
    await asking.look("riwayat-berkas");
  });

  test("another person's file, a forged proof and the own record open nothing", async () => {
    const [{ employee, id: own } = holder] = officers;
    const officer = new HttpHolder(world.cloud.siteUrl);
    world.cloud.clock.advance(30_000);
    await officer.signIn(employee.nip, world.nextCode(employee.nip));
    const history = await officer.send("GET", `/api/officer/employees/${holder.id}/history`);
    const file = /evd_[0-9a-z]+/.exec(await history.text())?.[0] ?? "";
    const open = (path: string) => officer.send("GET", `/api/evidence/${path}`);

    expect((await open(`${holder.id}/files/${file}`)).status).toBe(200);
    await expect(open(`${officers[1]?.id}/files/${file}`)).rejects.toThrow("404");
    await expect(open(`${own}/files/${file}`)).rejects.toThrow("own-record");
    const record = await officer.send("GET", `/api/officer/employees/${holder.id}`);
    const { revision } = employeeAnswer.parse(await record.json());
    const forged = officer.send("PATCH", `/api/officer/employees/${holder.id}`, {
      ...{ revision, requestId: crypto.randomUUID(), reason: "Palsu" },
      source: { number: "1", file, fileProof: "0".repeat(24) },
      changes: { jabatan: "Arsiparis" },
    });
    await expect(forged).rejects.toThrow(/422.*sourceFile/);
  });
});
