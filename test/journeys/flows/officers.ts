/** What officers do about the accounts of others. */
import { readFileSync } from "node:fs";
import { expect } from "vitest";
import type { SeededPerson } from "../../../local/demo/seed.ts";
import { readByOthers } from "../../support/spreadsheets.ts";
import { ownMailedCode } from "../support/codes.ts";
import { addCrowd } from "../support/crowd.ts";
import type { Tour } from "../support/tour.ts";
import type { Walk } from "../support/walk.ts";
import type { World } from "../support/world.ts";
import { enrol, giveMailedCode, givePassword } from "./steps.ts";

/** A lost phone at the counter, from the request until the holder has another authenticator; the password stays. */
export async function counterReset(walk: Walk): Promise<void> {
  const { world } = walk;
  const person = await walk.colleague("Siti Contohwati");
  const asking = await walk.signedIn(await walk.colleague("Budi Petugasanto"));
  const deciding = await walk.signedIn(await walk.colleague("Rahayu Verifikasari"));
  const record = `/petugas/pegawai?id=${person.id}`;

  await asking.open(record, "#account-title");
  await asking.look("akun-pegawai");
  await asking.press(walk.say("Reset autentikator…", "Reset the authenticator…"));
  await asking.shows("#ticket");
  await asking.submit();
  await asking.lookAtErrors("reset-autentikator-kosong");
  await asking.press(walk.say("Kirim kode ke surel pemegang", "Mail a code to the holder"));
  await asking.visitor.sees(walk.say(/^Kode dikirim/, /^The code is mailed/));
  await asking.fill("code", await ownMailedCode(world, person.employee.email));
  await asking.fill("ticket", "T-2026-7");
  await asking.fill("reason", "Ponsel hilang di bus");
  await asking.submit();
  await asking.shows(".notice-good:focus");

  await deciding.open("/petugas/persetujuan", ".print-item");
  await deciding.look("persetujuan-menunggu");
  await deciding.press(walk.say("Setujui…", "Approve…"));
  await deciding.shows("dialog[open] ins");
  await deciding.look("persetujuan-setujui");
  await deciding.click("dialog[open] [type=submit]");
  await deciding.shows(".notice-good:focus");
  const inEffect = walk.say(
    /^Reset autentikator sudah berlaku/,
    /^A reset of the authenticator is in effect/,
  );
  await asking.open(record, "#account-title");
  await asking.visitor.sees(inEffect);
  await asking.open("/petugas/persetujuan", ".print-item");
  await asking.look("persetujuan-saya");

  const holder = await walk.device();
  await holder.open("/masuk");
  await givePassword(holder, person);
  await giveMailedCode(walk, holder, person);
  await enrol(walk, holder);
  await asking.open(record, "#account-title");
  expect(await asking.page.getByText(inEffect).count()).toBe(0);
}

/** Everything else that the section «Akun» of a record offers: alone, or asked for and not approved. */
export async function accountActions(walk: Walk): Promise<void> {
  const officer = await walk.signedIn(await walk.colleague("Budi Petugasanto"));
  const holder = await walk.colleague("Siti Contohwati");
  await guess(walk, holder);
  await officer.open(`/petugas/pegawai?id=${holder.id}`, "#account-title");
  await confirmStep(officer, walk.say("Buka kunci…", "Unlock…"));
  await confirmStep(officer, walk.say("Bekukan akun…", "Freeze the account…"));
  await officer.look("akun-pegawai-dibekukan");
  await confirmStep(officer, walk.say("Cairkan akun…", "Unfreeze the account…"));
  await officer.press(walk.say("Reset autentikator…", "Reset the authenticator…"));
  await officer.shows("#ticket");
  await officer.choose("mode", "absent");
  await officer.fill("ticket", "T-2026-8");
  await officer.fill("reason", "Ponsel hilang, bertugas di luar pulau");
  await officer.submit();
  await officer.shows(".notice-good:focus");
  await confirmStep(
    officer,
    walk.say("Batalkan reset autentikator…", "Cancel the reset of the authenticator…"),
  );

  const newcomer = await walk.colleague("Ayu Barudatang");
  await officer.open(`/petugas/pegawai?id=${newcomer.id}`, "#account-title");
  await confirmStep(
    officer,
    walk.say("Kirim petunjuk aktivasi…", "Mail the steps of the activation…"),
  );
  await askForCorrection(walk, officer, newcomer);
  await officer.open("/petugas/persetujuan", ".print-item");
  await decide(officer, walk.say("Tarik kembali…", "Withdraw…"));
  await officer.open(`/petugas/pegawai?id=${newcomer.id}`, "#account-title");
  await askForCorrection(walk, officer, newcomer);
  const deciding = await walk.signedIn(await walk.colleague("Rahayu Verifikasari"));
  await deciding.open("/petugas/persetujuan", ".print-item");
  await decide(deciding, walk.say("Tolak…", "Refuse…"), "Alamat lama masih aktif");
}

/** Somebody types wrong passwords for this account. */
async function guess({ world }: Walk, { employee: { nip } }: SeededPerson): Promise<void> {
  const headers = {
    "content-type": "application/json",
    "x-kartu": "1",
    origin: world.cloud.siteUrl,
  };
  const body = JSON.stringify({ nip, password: "Bukan-Kata-Sandi-1" });
  const answer = await fetch(`${world.cloud.siteUrl}/api/session/login`, {
    ...{ method: "POST", headers, body },
  });
  expect(answer.status).toBe(401);
}

async function confirmStep(officer: Tour, step: string): Promise<void> {
  await officer.press(step);
  await officer.fill("accountReason", "Permintaan pemegang, T-2026-5");
  await officer.submit();
  await officer.click("dialog[open] [type=submit]");
  await officer.shows(".notice-good:focus");
}

async function askForCorrection(walk: Walk, officer: Tour, { employee }: SeededPerson) {
  await officer.press(walk.say("Betulkan alamat surel…", "Correct the e-mail address…"));
  await officer.fill("email", `betul-${employee.email}`);
  await officer.fill("reason", "Alamat diperlihatkan di loket");
  await officer.submit();
  await officer.shows(".notice-good:focus");
}

async function decide(officer: Tour, decision: string, reason?: string): Promise<void> {
  await officer.press(decision);
  if (reason) await officer.fill("refusalReason", reason);
  await officer.click("dialog[open] [type=submit]");
  await officer.shows(".notice-good:focus");
}

const agency = { instansiId: "ins_daftar", instansi: "Pemerintah Kabupaten Daftar" };
const count = 52;
const dangerous = '=HYPERLINK("https://evil.example";"klik")';

/** Fills the lists, before the first walk through them. */
export async function fillLists({ cloud }: World): Promise<void> {
  await addCrowd(cloud, count, agency, (i) => {
    if (i === 0) return { unitKerja: dangerous };
    return i === 1 ? { emailFailedAt: "2026-11-20T03:00:00.000Z" } : {};
  });
}

/** The accounts that need attention, page after page, and as a file. */
export async function lists(walk: Walk): Promise<void> {
  const officer = await walk.signedIn(await walk.person("Budi Petugasanto", agency));
  const { page } = officer;
  await officer.click('main nav a[href$="/petugas/akun"]');
  await officer.shows(".tabs");
  const tabs = page.locator(".tabs a");
  const counts = async () => (await tabs.allTextContents()).map((text) => /\(.*\)/.exec(text)?.[0]);
  await expect.poll(counts).toEqual(["(50+)", "(0)", "(0)", "(1)", "(0)", "(50+)", "(0)", "(50+)"]);
  await officer.look("akun-daftar");
  expect(await page.locator("main tbody tr").count()).toBe(50);
  await officer.click("main .panel ~ .button");
  await officer.shows("main tbody tr:nth-child(51)");
  await page.locator("main tbody tr:nth-child(51) th:focus").waitFor();
  expect(await page.locator("main tbody tr").count()).toBe(count);
  await officer.look("akun-daftar-semua");
  await takeOut(officer);
  await remind(officer);

  await officer.click('.tabs a[href$="daftar=frozen"]');
  await page.locator("main tbody").waitFor({ state: "detached" });
  await officer.look("akun-daftar-kosong");
  await officer.click('.tabs a[href$="daftar=undeliverable"]');
  await officer.shows("main tbody a");
  expect(await page.locator("main tbody tr").count()).toBe(1);
  await officer.click("main tbody a");
  await officer.shows(".record-facts .notice-warning");
  await page.goBack();
  await officer.shows('.tabs a[aria-current="page"][href*="undeliverable"]');
  await officer.standsStill("/petugas/akun", ".tabs");
}

/** Whether an earlier walk has reminded the people of the lists. */
let areReminded = false;

/** Everybody but the one whose mails come back, and then nobody within the week. */
async function remind(officer: Tour): Promise<void> {
  await officer.click(".open-reminders");
  await officer.shows(".reminders h2:focus");
  await officer.look("akun-pengingat");
  await officer.click(".reminders form [type=submit]");
  await officer.shows(".reminders [role=status]");
  if (areReminded) {
    expect(await officer.page.locator(".reminders .button:not(.button-quiet)").count()).toBe(0);
    return;
  }
  areReminded = true;
  await officer.shows(".reminders .button:not(.button-quiet)");
  await officer.look("akun-pengingat-siapa");
  await officer.click(".reminders .button:not(.button-quiet)");
  // Three steps with the mails of each: a busy machine takes its time.
  await officer.page.locator(".reminders .notice-good").waitFor({ timeout: 60_000 });
  await officer.look("akun-pengingat-selesai");
  await officer.page.goBack();
  await officer.shows(".tabs");
}

/** As an export of this list, by the way that every list of people takes. */
async function takeOut(officer: Tour): Promise<void> {
  await officer.click("main .export-list");
  await officer.shows("main form [type=submit]");
  expect(await officer.page.locator("main dl.record-facts dd").allTextContents()).toHaveLength(1);
  await officer.look("akun-daftar-ekspor");
  await officer.submit();
  await officer.shows(".print-item [role=status] .notice-good");
  const [download] = await Promise.all([
    officer.page.waitForEvent("download"),
    officer.click(".print-item a[href$='/file']"),
  ]);
  const rows = await readByOthers(readFileSync(await download.path()));
  expect(rows[2]?.[0]).toContain("daftar akun «Belum aktivasi»");
  expect(rows.slice(4)).toHaveLength(count);
  expect(rows[4]).toContain(dangerous);
  await officer.page.goBack();
  await officer.shows(".tabs");
}
