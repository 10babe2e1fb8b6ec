/** Personal data of a whole run is searched for in everything that the run's cloud recorded. */
import type { BrowserContext } from "playwright-core";
import type { Cloud } from "../../../local/cloud/cloud.ts";
import { demoPassword } from "../../../local/demo/demo-login.ts";
import { demoPeople } from "../../../local/demo/people.ts";
import { type Leak, PersonalData } from "../../support/personal-data.ts";

/** Members of what pages send that say who somebody is, or let somebody in. */
const told = {
  nip: "NIP",
  email: "e-mail address",
  name: "name",
  password: "password",
  token: "token",
  secret: "token",
} as const;

/**
 * Knows everybody who takes part and every secret that the run gave out, and takes every line that was logged: by functions (metrics
 * are lines of them, too) and about requests.
 */
export class LeakWatch {
  readonly #data = new PersonalData();
  #lines: string[] = [];
  #hasTaken = false;

  constructor() {
    this.#data.add("password", demoPassword);
    for (const { employee } of demoPeople()) this.meet(employee);
  }

  take(line: string): void {
    this.#hasTaken = true;
    this.#lines.push(line);
  }

  meet({ nip, name, email }: { nip: string; name: string; email: string }): void {
    this.#data.add("NIP", nip);
    this.#data.add("name", name);
    this.#data.add("e-mail address", email);
  }

  /** Learns what this browser's pages send, and the secrets that they get. */
  follow(context: BrowserContext): void {
    context.on("request", (request) => {
      const [, token] = /\/v\/([^/?#]+)/.exec(request.url()) ?? [];
      if (token) this.#data.add("token", token);
      const isJson = request.headers()["content-type"]?.startsWith("application/json");
      if (isJson) this.#learn(JSON.parse(request.postData() ?? "null"));
    });
    context.on("response", async (response) => {
      // A browser that closes meanwhile answers no more.
      for (const cookie of await response.headerValues("set-cookie").catch(() => []))
        this.#data.add("cookie", /=([^;]*)/.exec(cookie)?.[1] ?? "");
    });
  }

  /** @throws Error naming what leaked since it was asked last, or that nothing was ever logged; at a story's end it fails the story */
  refuseLeaks(cloud: Cloud): void {
    if (!this.#hasTaken) throw new Error("Nothing was logged: the search would prove nothing.");
    const leaks = this.#leaks(cloud);
    if (leaks.length === 0) return;
    const told = leaks.slice(0, 10).map(({ kind, line }) => `${kind}: ${line}`);
    throw new Error(`Personal data was logged, in ${leaks.length} places:\n${told.join("\n")}`);
  }

  #leaks(cloud: Cloud): Leak[] {
    for (const { secret } of cloud.services.cognito.softwareTokens())
      this.#data.add("authenticator's secret", secret);
    const lines = this.#lines;
    this.#lines = [];
    const alarms = cloud.services.alarms.map((alarm) => JSON.stringify(alarm));
    return this.#data.leaksIn([...lines, ...alarms]);
  }

  #learn(sent: unknown): void {
    if (typeof sent !== "object" || sent === null) return;
    for (const [member, value] of Object.entries(sent)) {
      const kind = Object.entries(told).find(([name]) => member.toLowerCase().endsWith(name))?.[1];
      if (kind && typeof value === "string") this.#data.add(kind, value);
      this.#learn(value);
    }
  }
}
