/** A contract passes at the midnight of its agency's zone, and two people revive the card by an extension (decision 0048). */
import { randomUUID } from "node:crypto";
import { beforeEach, describe, expect } from "vitest";
import { employeeAnswer } from "#shared/employee/record-answers.ts";
import { dayIn, midnightIn } from "#shared/runtime/zone.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { phone } from "./support/screens.ts";
import { SecondOfficer } from "./support/second-officer.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

const minute = 60_000;
const day = 24 * 60 * minute;
const agency = {
  ...{ instansiId: "ins_teladan", instansi: "Kementerian Teladan Nusantara" },
  zone: "WIT",
} as const;

describe("a contract in an agency of WIT", () => {
  let world: World;
  let holder: Visitor;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    holder = await world.visitor(phone);
  });
  beforeEach(() => pictureFailures([holder], "kontrak-"));

  test("ends the card at its own midnight, and an extension of two revives it", async () => {
    const { clock } = world.cloud;
    const lastDay = dayIn("WIT", new Date(clock.now().getTime() + day));
    const named = (like: string, name: string) => world.newcomer({ like, name, ...agency });
    const [asker, decider] = [
      await named("Budi Petugasanto", "Bayu Perpanjangan"),
      await named("Rahayu Verifikasari", "Rina Perpanjangan"),
    ];
    const { id, employee } = await world.newcomer({
      ...{ like: "Made Percobaan", name: "Kadek Kontrakwan", ...agency },
      contractEnd: lastDay,
    });
    const midnight = midnightIn("WIT", dayIn("WIT", new Date(clock.now().getTime() + 2 * day)));
    const until = async (moment: number) => {
      clock.advance(moment - clock.now().getTime());
      await world.cloud.waitUntilIdle({ timeoutSeconds: 60 });
    };

    await until(midnight.getTime() - 2 * minute);
    await holder.signIn(employee.nip);
    await holder.page.locator("img.card-face").first().waitFor();
    // 22.00 in Jakarta.
    await until(midnight.getTime() + 6 * minute);
    await holder.goto("/kartu");
    await holder.sees(/Kartu Anda berakhir/);
    expect(await holder.page.locator("img.card-face").count()).toBe(0);

    const officer = new HttpHolder(world.cloud.siteUrl);
    await officer.signIn(asker.employee.nip, world.nextCode(asker.employee.nip));
    const path = `/api/officer/employees/${id}`;
    const read = async () => employeeAnswer.parse(await (await officer.send("GET", path)).json());
    const { revision, status, history } = await read();
    expect([status, history.items[0]?.action]).toEqual(["ended", "contract-ended"]);
    const today = dayIn("WIT", clock.now());
    await officer.send("POST", `/api/accounts/${id}/decrees`, {
      ...{ revision, requestId: randomUUID(), reason: "Perpanjangan kontrak" },
      ...{ kind: "extension", skNumber: "800/7/2026", skDate: today, tmt: today },
      to: { contractEnd: dayIn("WIT", new Date(clock.now().getTime() + 365 * day)) },
    });
    expect((await read()).status).toBe("ended");
    const second = await SecondOfficer.signedIn(world, decider.employee.nip);
    await second.approveAllOf("Kadek Kontrakwan");

    expect((await read()).status).toBe("active");
    await holder.goto("/kartu");
    await holder.page.locator("img.card-face").first().waitFor();
  }, 180_000);
});
