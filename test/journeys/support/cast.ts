import { randomUUID } from "node:crypto";
import type { CardAnswer } from "#shared/card/card-answer.ts";
import type { EmployeeAnswer, EmployeeListAnswer } from "#shared/employee/record-answers.ts";
import type { SessionAnswer } from "#shared/session/login-answers.ts";
import { demoPassword } from "../../../local/demo/demo-login.ts";
import type { DemoEmployee } from "../../../local/demo/people.ts";
import { decodeQr } from "../../support/decode-qr.ts";
import type { NewcomerOptions } from "./newcomers.ts";
import { desktop, phone } from "./screens.ts";
import { SecondOfficer } from "./second-officer.ts";
import { type Language, Tour } from "./tour.ts";
import { asInNewTab } from "./visitor.ts";
import type { World } from "./world.ts";

/** Who walks through which language; nobody twice, so that the languages do not meet. */
const options = {
  id: {
    holder: { like: "Siti Contohwati", name: "Sri Lakonwati" },
    officer: { like: "Budi Petugasanto", name: "Bima Lakonsanto" },
    second: { like: "Rahayu Verifikasari", name: "Ratih Lakonsari" },
  },
  en: {
    holder: { like: "Made Percobaan", name: "Wayan Perlakonan" },
    officer: { like: "Rahayu Verifikasari", name: "Retno Lakonikasari" },
    second: { like: "Rahayu Verifikasari", name: "Rini Lakonikasari" },
  },
} as const satisfies Record<Language, Record<string, NewcomerOptions>>;

type Role = keyof (typeof options)["id"];
type People = Readonly<Record<Role, DemoEmployee>>;

/** Each language at another screen. */
const screens = { id: phone, en: desktop };

/** The visitors of one language, each with a device of their own. */
export class Cast {
  /** Not signed in. */
  readonly guest: Tour;
  readonly holder: Tour;
  readonly officer: Tour;
  readonly language: Language;
  readonly #world: World;
  readonly #people: People;

  private constructor(
    world: World,
    language: Language,
    tours: readonly [Tour, Tour, Tour],
    people: People,
  ) {
    [this.guest, this.holder, this.officer] = tours;
    this.language = language;
    this.#world = world;
    this.#people = people;
  }

  static async gather(world: World, language: Language): Promise<Cast> {
    const tour = async () =>
      new Tour(
        language,
        await world.visitor({ ...screens[language], language }),
        world.cloud.siteUrl,
      );
    const { holder, officer, second } = options[language];
    const people = {
      holder: (await world.newcomer(holder)).employee,
      officer: (await world.newcomer(officer)).employee,
      second: (await world.newcomer(second)).employee,
    };
    return new Cast(world, language, await Promise.all([tour(), tour(), tour()]), people);
  }

  get tours(): readonly Tour[] {
    return [this.guest, this.holder, this.officer];
  }

  person(role: Role): DemoEmployee {
    return this.#people[role];
  }

  /** NIP and password; a code comes next. */
  async logIn(tour: Tour, nip: string): Promise<void> {
    await tour.open("/masuk");
    await this.#password(tour, nip);
  }

  async #password(tour: Tour, nip: string): Promise<void> {
    await tour.fill("nip", nip);
    await tour.fill("password", demoPassword);
    await tour.submit();
  }

  async #enter(tour: Tour, nip: string): Promise<void> {
    await this.#password(tour, nip);
    await tour.fill("code", this.#world.nextCode(nip));
    await tour.submit();
  }

  async signInOfficer(): Promise<void> {
    await this.#signIn(this.officer, this.person("officer").nip);
    await this.officer.shows("main nav");
  }

  /** @param ready what stands there then; after the own kedudukan hukum changed the holder signs in anew */
  async signInHolder(ready = "img.card-face"): Promise<void> {
    await this.#signIn(this.holder, this.person("holder").nip);
    // Not what a refused login shows in the same colour.
    await this.holder.page.waitForURL(/\/kartu$/);
    await this.holder.shows(ready);
  }

  /** The officer's session is over, as when its time is up; at the login the way leads back. */
  async signInOfficerAgain(ready: string): Promise<void> {
    const { officer } = this;
    await officer.page.context().clearCookies();
    await officer.page.reload();
    await officer.shows("main form #password");
    await this.#enter(officer, this.person("officer").nip);
    await officer.shows(ready);
  }

  async #signIn(tour: Tour, nip: string): Promise<void> {
    await tour.open("/masuk");
    await this.#enter(tour, nip);
  }

  /** The path that the QR on the holder's card of now leads to. */
  async qrPath(): Promise<string> {
    const { page } = this.holder;
    const get = (path: string) => page.request.get(`${this.#world.cloud.siteUrl}${path}`);
    const drawn = async (): Promise<CardAnswer> => {
      await this.#world.cloud.waitUntilIdle();
      return (await get("/api/me/card")).json();
    };
    const { version } = await drawn();
    const face = await get(`/api/me/card/faces/front-landscape?v=${version}&download=1`);
    return new URL((await decodeQr(await face.body())) ?? "").pathname.toLowerCase();
  }

  /** Asks about a card without reading the captcha's image. @param result a selector of what the answer shows */
  async verify(path: string, result: string): Promise<void> {
    await asInNewTab(this.guest.page);
    await this.guest.open(path, "#submit:enabled");
    await this.checkByWork(result);
  }

  /** …on the page that is open. */
  async checkByWork(result: string): Promise<void> {
    await this.guest.click("#by-work");
    await this.guest.submit();
    await this.guest.shows(`#result ${result}`);
  }

  /** The officer opens the holder's record. */
  async openRecord(): Promise<void> {
    await this.officer.open("/petugas", "main table");
    await this.officer.fill("q", this.person("holder").nip);
    await this.officer.submit();
    await this.officer.click("main tbody tr:only-child a");
    await this.officer.shows(".record-facts");
  }

  /** The path of the page of the holder's record. */
  async recordPath(): Promise<string> {
    const { siteUrl } = this.#world.cloud;
    const { request } = this.officer.page;
    const list = await request.post(`${siteUrl}/api/officer/employees/search`, {
      headers: await this.#headers(),
      data: { q: this.person("holder").nip },
    });
    const { items }: EmployeeListAnswer = await list.json();
    return `/petugas/pegawai?id=${items[0]?.id}`;
  }

  /** Someone else saves a change while the officer looks at the record, and all that follows from it happens. */
  async changeMeanwhile(changes: { phone?: string; jabatan?: string }): Promise<void> {
    const { siteUrl } = this.#world.cloud;
    const id = new URL(this.officer.page.url()).searchParams.get("id");
    const address = `${siteUrl}/api/officer/employees/${id}`;
    const { request } = this.officer.page;
    const { revision }: EmployeeAnswer = await (await request.get(address)).json();
    const data = { revision, requestId: randomUUID(), reason: "SK 11/2026", changes };
    const answer = await request.patch(address, { headers: await this.#headers(), data });
    if (!answer.ok()) throw new Error(`The change was answered with ${answer.status()}.`);
    await this.#world.cloud.waitUntilIdle();
  }

  /** Another address, by two officers. */
  async moveEmail(email: string): Promise<void> {
    const { siteUrl } = this.#world.cloud;
    const { request } = this.officer.page;
    const id = new URL(this.officer.page.url()).searchParams.get("id");
    const address = `${siteUrl}/api/officer/employees/${id}`;
    const { revision }: EmployeeAnswer = await (await request.get(address)).json();
    const data = { revision, requestId: randomUUID(), reason: "SK 11/2026", values: { email } };
    const path = `${siteUrl}/api/accounts/${id}/record-change`;
    const answer = await request.post(path, { headers: await this.#headers(), data });
    if (!answer.ok()) throw new Error(`The change was answered with ${answer.status()}.`);
    await this.#approve();
  }

  /** The second officer agrees to what waits about the holder. */
  async #approve(): Promise<void> {
    const second = await SecondOfficer.signedIn(this.#world, this.person("second").nip);
    await second.approveAllOf(this.person("holder").name);
  }

  /** What the officer's page sends with all but a GET. */
  async #headers(): Promise<Record<string, string>> {
    const { siteUrl } = this.#world.cloud;
    const session = await this.officer.page.request.get(`${siteUrl}/api/session`);
    const { person }: SessionAnswer = await session.json();
    return { "x-kartu": "1", "x-kartu-person": person, origin: siteUrl };
  }

  /** Asked for, decided, and the record read anew. @param kedudukanHukum BKN's code @param diedOn as it is typed */
  async changeStatus(kedudukanHukum: string, diedOn?: string): Promise<void> {
    const { officer } = this;
    await officer.click(".record-page .button-danger");
    await officer.page.locator("#kedudukanHukum").selectOption(kedudukanHukum);
    if (diedOn) await officer.page.locator("#diedOn").fill(diedOn);
    await officer.fill("statusReason", "SK 15/2026");
    await officer.click("form:has(#statusReason) [type=submit]");
    await officer.shows("dialog[open] ins");
    await officer.look(`pegawai-status-${kedudukanHukum}`);
    await officer.click("dialog[open] [type=submit]");
    await officer.shows("main [role=status] .notice-good:focus");
    await officer.look(`pegawai-status-${kedudukanHukum}-diajukan`);
    await this.#approve();
    await officer.page.reload();
    await officer.shows(".record-facts");
  }

  /** @param breaks the rule the photo breaks; none when it conforms */
  async choosePhoto(breaks?: string): Promise<void> {
    const { fileName, bytes } = this.#world.photo(breaks);
    const { page } = this.holder;
    const [chooser] = await Promise.all([
      page.waitForEvent("filechooser"),
      page.locator("main button:has(+ #photo-hint)").click(),
    ]);
    await chooser.setFiles({ name: fileName, mimeType: "image/png", buffer: bytes });
  }
}
