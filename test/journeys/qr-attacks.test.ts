/** Attacks on the login by QR, over HTTP on the running product: functions, tables and time are those that serve the pages. */
import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import * as z from "zod";
import { demoPassword } from "../../local/demo/demo-login.ts";
import type { DemoEmployee } from "../../local/demo/people.ts";
import { decodeSvgQr } from "../support/decode-qr.ts";
import { test, type World } from "./support/world.ts";

let world: World;
let people: Readonly<Record<"holder" | "other", DemoEmployee>>;
test.beforeAll(async ({ world: given }) => {
  world = given;
  people = {
    holder: (await world.newcomer({ like: "Siti Contohwati", name: "Sasa Seranganwati" })).employee,
    other: (await world.newcomer({ like: "Made Percobaan", name: "Komang Seranganan" })).employee,
  };
});

const answer = z.looseObject({
  status: z.number(),
  body: z.looseObject({ code: z.string().optional(), state: z.string().optional() }),
});

/** Another browser, asked without its pages. */
class Client {
  readonly #cookies = new Map<string, string>();
  #person = "";

  /** @param cookies in place of its own */
  async post(path: string, data: object = {}, cookies = this.cookies) {
    const { siteUrl } = world.cloud;
    const response = await fetch(`${siteUrl}${path}`, {
      method: "POST",
      headers: {
        ...{ origin: siteUrl, "x-kartu": "1", "x-kartu-person": this.#person },
        ...{ "content-type": "application/json", cookie: cookies },
      },
      body: JSON.stringify(data),
    });
    for (const set of response.headers.getSetCookie()) {
      const [name = "", value = ""] = (set.split(";")[0] ?? "").split("=");
      if (value) this.#cookies.set(name, value);
      else this.#cookies.delete(name);
    }
    const text = await response.text();
    return answer.parse({ status: response.status, body: text ? JSON.parse(text) : {} });
  }

  get cookies(): string {
    return [...this.#cookies].map((pair) => pair.join("=")).join("; ");
  }

  async signIn(nip: string): Promise<this> {
    await this.post("/api/session/login", { nip, password: demoPassword });
    const { status, body } = await this.post("/api/session/code", { code: world.nextCode(nip) });
    expect(status).toBe(200);
    this.#person = z.string().parse(body.person);
    return this;
  }

  /** Shows a code. @returns the secret that a camera reads */
  async show(): Promise<string> {
    const { body } = await this.post("/api/session/qr", { language: "id" });
    return (await decodeSvgQr(z.string().parse(body.qr)))?.split("#")[1] ?? "";
  }

  take = (cookies?: string) => this.post("/api/session/qr/take", {}, cookies);
  scan = (secret: string) => this.post("/api/account/qr/scan", { secret });
  approve = (secret: string, number: unknown, code: string) =>
    this.post("/api/account/qr/approve", { secret, number: `${number}`, code });

  async number(): Promise<number> {
    return z.number().parse((await this.take()).body.number);
  }
}

async function phoneOf(who: keyof typeof people): Promise<Client> {
  return await new Client().signIn(people[who].nip);
}
const nextCode = () => world.nextCode(people.holder.nip);
const wrong = (number: number) => (number === 99 ? 10 : number + 1);

test("fifty requests for one approved code: one session, and none for a replay or another browser", async () => {
  const [computer, phone, stranger] = [new Client(), await phoneOf("holder"), new Client()];
  const secret = await computer.show();
  await stranger.show();
  await phone.scan(secret);
  expect((await phone.approve(secret, await computer.number(), nextCode())).status).toBe(204);
  const waiting = computer.cookies;
  expect((await stranger.take()).body.state).toBe("shown");
  expect((await stranger.take(`__Host-kartu-qr=${secret}`)).status).toBe(401);
  const taken = await Promise.all(Array.from({ length: 50 }, () => computer.take(waiting)));

  expect(taken.filter(({ body }) => body.session)).toHaveLength(1);
  const replay = await computer.take(waiting);
  expect(replay.body.state).toBe("done");
  expect(replay.body).not.toHaveProperty("session");
});

test("relay and two phones: a wrong number ends the code, another person's phone gets none of it", async () => {
  const [computer, phone, other] = [new Client(), await phoneOf("holder"), await phoneOf("other")];
  const secret = await computer.show();
  const scans = await Promise.all([phone.scan(secret), phone.scan(secret), phone.scan(secret)]);
  expect(scans.map(({ body }) => body.state)).toContain("scanned");
  expect((await other.scan(secret)).body.code).toBe("qr-scanned");
  const number = await computer.number();
  const code = nextCode();
  expect((await other.approve(secret, number, code)).body.code).toBe("qr-over");

  expect((await phone.approve(secret, wrong(number), code)).body.code).toBe("qr-number-wrong");
  expect((await phone.approve(secret, number, code)).body.code).toBe("qr-over");
  expect((await computer.take()).body.state).toBe("number-wrong");
});

test("late, unknown, and after the phone's logout: no session", async () => {
  const [computer, phone] = [new Client(), await phoneOf("holder")];
  const unknown = randomUUID().replaceAll("-", "").slice(0, 22);
  expect((await phone.scan(unknown)).body.code).toBe("qr-over");
  const late = await computer.show();
  world.cloud.clock.advance(60_000);
  expect((await phone.scan(late)).body.code).toBe("qr-over");
  expect((await computer.take()).body.state).toBe("late");

  const secret = await computer.show();
  await phone.scan(secret);
  expect((await phone.approve(secret, await computer.number(), nextCode())).status).toBe(204);
  await phone.post("/api/session/logout");
  const { body } = await computer.take();
  expect(body.state).toBe("late");
  expect(body).not.toHaveProperty("session");
});
