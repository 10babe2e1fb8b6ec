/** A lost phone whose holder cannot come: a day until it counts. And for whom it is never quicker, or not at all. */
import { describe, expect } from "vitest";
import type { SeededPerson } from "../../local/demo/seed.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { desktop, phone } from "./support/screens.ts";
import { Tour } from "./support/tour.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const dayMs = 24 * 3_600_000;
const budi = { like: "Budi Petugasanto", name: "Bakti Loketan" };
const rahayu = { like: "Rahayu Verifikasari", name: "Rina Pemutus" };
const siti = { like: "Siti Contohwati", name: "Sinta Jauh" };

describe("a reset of the authenticator without its holder", () => {
  let petugas: SeededPerson;
  let penyetuju: SeededPerson;

  test.beforeAll(async ({ world }) => {
    [petugas, penyetuju] = [await world.newcomer(budi), await world.newcomer(rahayu)];
  });

  async function atADesk(world: World, { employee }: SeededPerson): Promise<Tour> {
    const visitor = await world.visitor(desktop);
    await visitor.signIn(employee.nip);
    await visitor.isAt("/petugas/beranda");
    return new Tour("id", visitor, world.cloud.siteUrl);
  }

  async function signedIn({ cloud, nextCode }: World, { employee: { nip } }: SeededPerson) {
    const officer = new HttpHolder(cloud.siteUrl);
    await officer.signIn(nip, nextCode(nip));
    return officer;
  }

  test("takes a petugas, a penyetuju and a day", async ({ world }) => {
    const holder = await world.newcomer(siti);
    const asking = await atADesk(world, petugas);
    const deciding = await atADesk(world, penyetuju);
    const visitor = await world.visitor(phone);
    pictureFailures([asking.visitor, deciding.visitor, visitor]);

    await asking.open(`/petugas/pegawai?id=${holder.id}`, "#account-title");
    await asking.visitor.press("Reset autentikator…");
    await asking.visitor.choose("Pemegang", "tidak hadir (24 jam)");
    expect(await asking.page.locator("#code").isVisible()).toBe(false);
    await asking.fill("ticket", "T-2026-8");
    await asking.fill("reason", "Ponsel hilang, bertugas di luar pulau");
    await asking.look("reset-autentikator-tidak-hadir");
    await asking.submit();
    await asking.shows(".notice-good:focus");

    await deciding.open("/petugas/persetujuan", ".print-item");
    await deciding.visitor.press("Setujui…");
    await deciding.shows("dialog[open] ins");
    await deciding.look("persetujuan-tidak-hadir");
    await deciding.click("dialog[open] [type=submit]");
    await deciding.shows(".notice-good:focus");
    // The day begins when the mail has gone.
    await world.cloud.waitUntilIdle();
    await asking.open(`/petugas/pegawai?id=${holder.id}`, "#account-title");
    await asking.visitor.sees(/^Reset autentikator disetujui dan berlaku mulai/);
    await asking.click(`.panel:has(#account-title) summary`);
    await asking.visitor.sees(/Bakti Loketan.*, disetujui oleh .*Rina Pemutus/);
    await asking.look("riwayat-akun-pegawai");

    world.cloud.clock.advance(dayMs - 3_600_000);
    await leadsTo(visitor, holder, "/masuk/kode");
    world.cloud.clock.advance(3_600_000);
    await leadsTo(visitor, holder, "/masuk/mfa");
    for (const { complaints } of [asking.visitor, deciding.visitor, visitor])
      expect(complaints).toEqual([]);
  }, 240_000);

  test("is all there is for who has a role, and nothing for the own account", async ({ world }) => {
    const asking = await atADesk(world, petugas);
    pictureFailures([asking.visitor]);
    await asking.open(`/petugas/pegawai?id=${penyetuju.id}`, "#account-title");
    await asking.visitor.press("Reset autentikator…");
    await asking.visitor.sees(/^Akun ini hanya dapat direset dengan masa tunggu 24 jam/);
    await asking.look("reset-autentikator-pemegang-peran");

    await asking.open(`/petugas/pegawai?id=${petugas.id}`, "#account-title");
    expect(await asking.visitor.button("Reset autentikator…").count()).toBe(0);
    await asking.look("akun-pegawai-sendiri");

    const officer = await signedIn(world, petugas);
    await expect(
      officer.send("POST", `/api/accounts/${penyetuju.id}/mfa-reset/code`),
    ).rejects.toThrow(/409.*mfa-reset-needs-wait/);
    await expect(
      officer.send("POST", `/api/accounts/${petugas.id}/mfa-reset`, absent()),
    ).rejects.toThrow(/403.*own-record/);
  }, 120_000);
});

const absent = () => ({
  ...{ mode: "absent", paper: "ktp", ticket: "T-2026-9", reason: "Ponsel hilang" },
  requestId: crypto.randomUUID(),
});

/** Where the right password leads now. */
async function leadsTo(visitor: Visitor, { employee }: SeededPerson, path: string): Promise<void> {
  await visitor.login(employee.nip);
  await visitor.isAt(path);
}
