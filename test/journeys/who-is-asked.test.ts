/** On the whole product: rights end at once, and a page never acts for another person. */
import { describe, expect } from "vitest";
import { approvalAnswer, roleHolderAnswer } from "#shared/access/approval-answers.ts";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import { employeeListAnswer } from "#shared/employee/record-answers.ts";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { HttpHolder } from "../support/http-holder.ts";
import { drawings } from "./support/behind-the-pages.ts";
import { askForChange, SecondOfficer } from "./support/second-officer.ts";
import { pictureFailures, type Visitor } from "./support/visitor.ts";
import { test, type World } from "./support/world.ts";

describe("two people, one browser", () => {
  let world: World;
  let siti: Visitor;
  let nips: Readonly<
    Record<"siti" | "made" | "budi" | "rahayu" | "second", string> & {
      operators: readonly string[];
    }
  >;

  test.beforeAll(async ({ world: given }) => {
    world = given;
    siti = await world.visitor();
    const nipLike = async (like: string, name: string) =>
      (await world.newcomer({ like, name })).employee.nip;
    nips = {
      siti: await nipLike("Siti Contohwati", "Siti Serambiwati"),
      made: await nipLike("Made Percobaan", "Made Serambian"),
      budi: await nipLike("Budi Petugasanto", "Budi Serambisanto"),
      rahayu: await nipLike("Rahayu Verifikasari", "Rahayu Serambisari"),
      second: await nipLike("Rahayu Verifikasari", "Rina Serambisari"),
      operators: [
        await nipLike("Oka Operatorawan", "Oka Serambiwan"),
        await nipLike("Oka Operatorawan", "Ayu Serambiwan"),
      ],
    };
  });

  /** The other person signs in with the same browser, in another tab. */
  async function signInElsewhere(nip: string): Promise<CardAnswer> {
    const { request } = siti.page.context();
    const { siteUrl } = world.cloud;
    const headers = { "x-kartu": "1", origin: siteUrl };
    const login = { nip, password: demoPassword };
    await request.post(`${siteUrl}/api/session/login`, { headers, data: login });
    const code = { code: world.nextCode(nip) };
    await request.post(`${siteUrl}/api/session/code`, { headers, data: code });
    return (await request.get(`${siteUrl}/api/me/card`)).json();
  }

  test("a photo chosen by one is not put on the card of the other, and the page says who is signed in", async () => {
    pictureFailures([siti]);
    await siti.signIn(nips.siti);
    await siti.isAt("/kartu");
    await siti.goto("/foto");
    const { fileName: name, bytes: buffer } = world.photo();
    const file = { name, mimeType: "image/png", buffer };
    await siti.page.locator("input[type=file]:not([capture])").setInputFiles(file);
    await siti.button("Gunakan foto ini").waitFor();
    const before = await signInElsewhere(nips.made);
    await world.cloud.waitUntilIdle();
    const drawn = drawings(world);

    await siti.press("Gunakan foto ini");
    await siti.sees(/Di peramban ini sekarang masuk: Made Serambian/);
    expect(siti.answers).toContainEqual(expect.stringMatching(/^POST .*\/confirm 409$/));
    await siti.screenshot("akun-lain");
    await world.cloud.waitUntilIdle();
    expect(drawings(world)).toBe(drawn);
    const { request } = siti.page.context();
    const after: CardAnswer = await (
      await request.get(`${world.cloud.siteUrl}/api/me/card`)
    ).json();
    expect(after.version).toBe(before.version);

    await siti.press("Muat ulang halaman");
    await siti.sees("Made Serambian, A.Md.Kep.");
  }, 120_000);

  test("a page that only reads notices too", async () => {
    pictureFailures([siti]);
    await siti.page.goto(`${world.cloud.siteUrl}/foto`);
    await siti.sees("Made Serambian, A.Md.Kep.");
    await signInElsewhere(nips.siti);
    await siti.page.locator('nav a[href="/kartu"]').first().click();

    await siti.sees(/Di peramban ini sekarang masuk: Siti Serambiwati/);
  }, 60_000);

  /** One operator asks that the role of petugas be taken back, the other one approves. */
  async function revoke(operators: readonly HttpHolder[], nip: string): Promise<void> {
    const [asker, decider] = operators;
    const found = await asker?.send("POST", "/api/operator/role-holders/search", { nip });
    const { id, revision } = roleHolderAnswer.parse(await found?.json());
    const asked = await asker?.send("POST", "/api/operator/role-changes", {
      ...{ requestId: crypto.randomUUID(), id, revision },
      ...{ action: "revoke", role: "petugas", reason: "SK 13/2026" },
    });
    const approval = approvalAnswer.parse(await asked?.json());
    await decider?.send("POST", `/api/operator/approvals/${approval.id}/approve`);
  }

  test("whose role two operators took back is no officer at the very next request, and only then dismissed by two", async () => {
    const { siteUrl } = world.cloud;
    const employees = "/api/officer/employees";
    const signedIn = async (nip: string) => {
      const holder = new HttpHolder(siteUrl);
      await holder.signIn(nip, world.nextCode(nip));
      return holder;
    };
    const { budi: nip, operators } = nips;
    const [budi, rahayu] = [await signedIn(nip), await signedIn(nips.rahayu)];
    await budi.send("POST", `${employees}/search`, {});
    const found = await rahayu.send("POST", `${employees}/search`, { q: nip });
    const [{ id } = { id: "" }] = employeeListAnswer.parse(await found.json()).items;
    const second = await SecondOfficer.signedIn(world, nips.second);
    const dismiss = async () =>
      second.approve(await askForChange(rahayu, { id, values: { kedudukanHukum: "66" } }));

    await expect(dismiss()).rejects.toThrow("change-needs-operators");
    await budi.send("POST", `${employees}/search`, {});
    await revoke(await Promise.all(operators.map(signedIn)), nip);
    await expect(budi.send("POST", `${employees}/search`, {})).rejects.toThrow("403");

    await dismiss();
    await expect(budi.readCard()).rejects.toThrow("401");
    await budi.signIn(nip, world.nextCode(nip));
    expect((await budi.readCard()).status).toBe("ended");
    await expect(budi.send("POST", `${employees}/${id}/qr`, {})).rejects.toThrow("403");
  }, 60_000);
});

test("a holder of an agency in the middle reads times in WITA", async ({ world }) => {
  const name = "Wulan Tengahwati";
  const like = { like: "Siti Contohwati", instansiId: "ins_khayalan" };
  const { employee } = await world.newcomer({ ...like, name });
  const wulan = await world.visitor();
  await wulan.signIn(employee.nip);
  await wulan.isAt("/kartu");
  await wulan.sees(/Data per .* WITA/);
});
