/** What holders are told: warned before their contract ends, and the words of every notice on one page (decision 0089). */
import { beforeEach, describe, expect } from "vitest";
import { notificationCodes } from "#shared/notification/notification-codes.ts";
import { dayIn, midnightIn } from "#shared/runtime/zone.ts";
import { accessibilityFaults, overflowFaults } from "./support/inspection.ts";
import { phone } from "./support/screens.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const day = 24 * 3_600_000;

/** At half past one of so many nights, whatever hour it is now: what a night counts begins before its noon alone. */
async function passNights({ cloud }: World, count: number): Promise<void> {
  const { clock } = cloud;
  for (let night = 0; night < count; night++) {
    const tomorrow = dayIn("WIB", new Date(clock.now().getTime() + day));
    clock.advance(midnightIn("WIB", tomorrow).getTime() + 90 * 60_000 - clock.now().getTime());
    await cloud.waitUntilIdle();
  }
}

describe("a contract that ends soon", () => {
  let world: World;
  let holder: Visitor;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    holder = await world.visitor(phone);
  });
  beforeEach(() => pictureFailures([holder], "pemberitahuan-"));

  test("is told below the card and by mail, once, however many nights pass", async () => {
    const { clock } = world.cloud;
    const { employee } = await world.newcomer({
      ...{ like: "Made Percobaan", name: "Komang Peringatan" },
      contractEnd: dayIn("WIB", new Date(clock.now().getTime() + 9 * day)),
    });
    const subjects = () =>
      world.cloud
        .mails()
        .filter(({ to }) => to.includes(employee.email ?? ""))
        .map(({ subject }) => subject)
        .filter((subject) => subject.includes("Kontrak"))
        .toReversed();
    await passNights(world, 4);

    expect(subjects()).toEqual([
      "Kontrak pada Kartu ASN Virtual Anda berakhir dalam 30 hari",
      "Kontrak pada Kartu ASN Virtual Anda berakhir dalam 7 hari",
    ]);
    await holder.signIn(employee.nip);
    await holder.isAt("/kartu");
    await holder.sees("Kontrak Anda berakhir dalam 7 hari; setelah itu kartu tidak berlaku.");
    expect(await accessibilityFaults(holder.page)).toEqual([]);
  }, 240_000);
});

describe("a holder who wishes one summary a day", () => {
  test("chooses it by keyboard at 360 px, in both languages, and gets the notice by the summary", async ({
    world,
  }) => {
    const { clock } = world.cloud;
    const holder = await world.visitor({ width: 360, height: 740 });
    pictureFailures([holder], "ringkasan-");
    const { employee } = await world.newcomer({
      ...{ like: "Made Percobaan", name: "Luh Ringkasan" },
      contractEnd: dayIn("WIB", new Date(clock.now().getTime() + 25 * day)),
    });
    await holder.signIn(employee.nip);
    await holder.goto("/akun");
    await holder.page.getByLabel("Kirim segera").focus();
    await holder.page.keyboard.press("ArrowDown");
    expect(await holder.page.getByLabel("Satu ringkasan sehari").isChecked()).toBe(true);
    await holder.page.getByRole("button", { name: "Simpan pilihan" }).focus();
    await holder.page.keyboard.press("Enter");
    await holder.sees("Pilihan tersimpan.");
    await holder.page
      .getByRole("heading", { name: "Surel pemberitahuan" })
      .scrollIntoViewIfNeeded();
    await holder.screenshot("mails-360");
    expect(await overflowFaults(holder.page)).toEqual([]);
    await holder.page.getByRole("link", { name: "English" }).click();
    await holder.sees("Mails of notices");
    expect(await holder.page.getByLabel("One summary a day").isChecked()).toBe(true);
    expect(await accessibilityFaults(holder.page)).toEqual([]);
    await passNights(world, 3);

    const mails = world.cloud.mails().filter(({ to }) => to.includes(employee.email ?? ""));
    const summaries = mails.filter(({ subject }) => subject.startsWith("Ringkasan"));
    expect(mails.filter(({ subject }) => subject.startsWith("Kontrak"))).toEqual([]);
    expect(summaries).toHaveLength(1);
    expect(summaries[0]?.text).toContain("berakhir dalam 30 hari");
  }, 240_000);
});

describe("the words of every notice", () => {
  test("stand on one page in both languages, found by a word, at 360 px and by keyboard", async ({
    world,
  }) => {
    const operator = await world.visitor({ width: 360, height: 740 });
    pictureFailures([operator], "teks-");
    const { employee } = await world.newcomer({ like: "Oka Operatorawan", name: "Okta Teks" });
    await operator.signIn(employee.nip);
    await operator.isAt("/operator/beranda");
    await operator.page.getByRole("link", { name: "Teks pemberitahuan" }).focus();
    await operator.page.keyboard.press("Enter");
    await operator.page.getByRole("status").getByText(`${notificationCodes.length} `).waitFor();
    await operator.screenshot("notices-360");
    expect(await accessibilityFaults(operator.page)).toEqual([]);
    expect(await overflowFaults(operator.page)).toEqual([]);

    await operator.type("Cari kode atau kata", "kontrak");
    await operator.sees("contract-ends-in-30");
    await operator.sees("By your personnel record your contract ends in 30 days or less");
    await operator.page.getByText("password-changed").waitFor({ state: "detached" });
    await operator.page.getByRole("link", { name: "English" }).click();
    await operator.sees("Find a code or a word");
    expect(await accessibilityFaults(operator.page)).toEqual([]);
    expect(operator.complaints).toEqual([]);
  }, 120_000);
});
