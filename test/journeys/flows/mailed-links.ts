/** What a holder stops by the link of a mail, or signed in: a change of the address by somebody else, a reset that officers decided. */
import { expect } from "vitest";
import { agencyApprovalList } from "../../../functions/accounts-api/approval-answers.ts";
import type { SeededPerson } from "../../../local/demo/seed.ts";
import { HttpHolder } from "../../support/http-holder.ts";
import { mailedPath } from "../support/codes.ts";
import { askForChange, SecondOfficer } from "../support/second-officer.ts";
import type { Walk } from "../support/walk.ts";
import { givePassword, sessionStatus } from "./steps.ts";

/** Who has password and authenticator, and has two officers change the address, is stopped by the link in the mail to the old one. */
export async function freeze(walk: Walk): Promise<void> {
  const { world, conditions } = walk;
  const officer = await officerOf(walk, await walk.colleague("Budi Petugasanto"));
  const person = await walk.colleague("Siti Contohwati");
  const { email } = person.employee;
  const approval = await askForChange(officer, {
    ...{ id: person.id, values: { email: `baru-${email}` }, reason: "Surel lama tidak aktif" },
  });
  const second = await walk.colleague("Rahayu Verifikasari");
  await (await SecondOfficer.signedIn(world, second.employee.nip)).approve(approval);
  const path = await mailedPath(world, email);
  expect(path).toMatch(/^\/bukan-saya#/);
  expect(await mailedPath(world, `baru-${email}`)).not.toContain("#");
  const stranger = await walk.signedIn(person);

  const guest = await walk.device();
  await guest.open(path, "main .button-danger");
  expect(new URL(guest.page.url()).hash).toBe("");
  await guest.look("bukan-saya");
  // Opening it does nothing: scanners of mail do so.
  expect(await sessionStatus(stranger)).toBe(200);
  await guest.page.reload();
  if (conditions.storage === "blocked") {
    // The secret was of the page alone: it says so, and the mail's link works as before.
    await guest.shows("main [role=status]");
    await guest.open("/masuk");
    await guest.open(path, "main .button-danger");
  }
  await guest.shows("main .button-danger");
  await guest.press(walk.say("Bekukan akun", "Freeze the account"));
  await guest.shows("main ol");
  await guest.look("bukan-saya-selesai");
  expect(await sessionStatus(stranger)).toBe(401);

  await stranger.open("/masuk");
  await givePassword(stranger, person);
  await stranger.shows("#code");
  await stranger.fill("code", world.nextCode(person.employee.nip));
  await stranger.submit();
  await stranger.visitor.sees(walk.say(/Akun ini dibekukan/, /This account is frozen/));
  await guest.open("/masuk");
  await guest.open(path, "main [role=status]");
  await guest.look("bukan-saya-terpakai");
  const other = await walk.device();
  await other.open("/bukan-saya", "main [role=status]");
  await other.look("bukan-saya-kosong");
  await unfreeze(walk, person);
}

/** What a holder froze is lifted by two. */
async function unfreeze(walk: Walk, person: SeededPerson): Promise<void> {
  const asking = await walk.signedIn(await walk.colleague("Budi Petugasanto"));
  const deciding = await walk.signedIn(await walk.colleague("Rahayu Verifikasari"));
  await asking.open(`/petugas/pegawai?id=${person.id}`, "#account-title");
  await asking.press(walk.say("Cairkan akun…", "Unfreeze the account…"));
  await asking.shows("#unfreeze-title:focus");
  await asking.look("akun-cairkan");
  await asking.fill("reason", "Pemegang datang dengan KTP");
  await asking.submit();
  await asking.shows(".notice-good:focus");
  await deciding.open("/petugas/persetujuan", ".print-item");
  await deciding.press(walk.say("Setujui…", "Approve…"));
  await deciding.click("dialog[open] [type=submit]");
  await deciding.shows(".notice-good:focus");
}

/** By who is signed in, and once more by the link of the mail, without a login. */
export async function cancelledReset(walk: Walk): Promise<void> {
  const { world } = walk;
  const asks = await officerOf(walk, await walk.colleague("Budi Petugasanto"));
  const decides = await officerOf(walk, await walk.colleague("Rahayu Verifikasari"));
  const person = await walk.colleague("Siti Contohwati");
  await decideReset(asks, decides, person);
  const own = await walk.signedIn(person);
  await own.open("/akun", "#authenticator-title");
  await own.visitor.sees(
    walk.say(
      /^Reset autentikator Anda sudah disetujui/,
      /^The reset of your authenticator is approved/,
    ),
  );
  await own.look("akun-reset-menunggu");
  const cancel = walk.say("Batalkan reset autentikator", "Cancel the reset of the authenticator");
  await own.press(cancel);
  await own.shows(".notice-good:focus");
  await own.look("akun-reset-dibatalkan");
  await own.open("/akun", "#authenticator-title");
  expect(await own.visitor.button(cancel).count()).toBe(0);

  await decideReset(asks, decides, person);
  const guest = await walk.device();
  await guest.open(await mailedPath(world, person.employee.email), "main .button-danger");
  await guest.look("batalkan-reset");
  await guest.press(walk.say("Batalkan reset", "Cancel the reset"));
  await guest.visitor.sees(walk.say("Reset autentikator dibatalkan", "The reset is cancelled"));
  await guest.look("batalkan-reset-selesai");
  await guest.open("/masuk");
  await givePassword(guest, person);
  await guest.visitor.isAt("/masuk/kode");
}

async function officerOf({ world }: Walk, { employee: { nip } }: SeededPerson) {
  const officer = new HttpHolder(world.cloud.siteUrl);
  await officer.signIn(nip, world.nextCode(nip));
  return officer;
}

/** Asked for by one and approved by another, without the holder. */
async function decideReset(asks: HttpHolder, decides: HttpHolder, { id }: SeededPerson) {
  await asks.send("POST", `/api/accounts/${id}/mfa-reset`, {
    ...{ mode: "absent", paper: "ktp", ticket: "T-2026-9", reason: "Ponsel hilang" },
    requestId: crypto.randomUUID(),
  });
  const lists = await decides.send("GET", "/api/accounts/approvals");
  const [asked] = agencyApprovalList.parse(await lists.json()).waiting;
  await decides.send("POST", `/api/accounts/approvals/${asked?.id}/approve`);
}
