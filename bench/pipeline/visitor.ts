import type { SessionAnswer } from "#shared/session/login-answers.ts";

/** A person at the site's API, with the cookies of a browser and what every changing call carries. */
export class Visitor {
  readonly #siteUrl: string;
  readonly #cookies = new Map<string, string>();
  #person = "";

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl;
  }

  /** @param code of the authenticator, not used before */
  async signIn(nip: string, password: string, code: string): Promise<void> {
    await this.send("POST", "/api/session/login", { nip, password });
    const answer: SessionAnswer = JSON.parse(
      await this.send("POST", "/api/session/code", { code }),
    );
    this.#person = answer.person;
  }

  async get<Answer>(path: string): Promise<Answer> {
    return (await this.#call("GET", path)).json() as Promise<Answer>;
  }

  /** @returns the answer's text. @throws Error naming the call that was refused */
  async send(method: "POST" | "PATCH", path: string, body: object = {}): Promise<string> {
    return (await this.#call(method, path, body)).text();
  }

  /** Bytes of an image that the API sends or links to. */
  async image(path: string): Promise<Buffer> {
    const response = await this.#call("GET", path);
    const link = response.headers.get("location");
    const sent = link ? await fetch(link) : response;
    if (!sent.ok) throw new Error(`The link of ${path} answered ${sent.status}.`);
    return Buffer.from(await sent.arrayBuffer());
  }

  async #call(method: string, path: string, body?: object): Promise<Response> {
    const response = await fetch(`${this.#siteUrl}${path}`, {
      method,
      redirect: "manual",
      headers: {
        cookie: [...this.#cookies].map((pair) => pair.join("=")).join("; "),
        ...(body && { "content-type": "application/json" }),
        "x-kartu": "1",
        "x-kartu-person": this.#person,
        origin: this.#siteUrl,
      },
      ...(body && { body: JSON.stringify(body) }),
    });
    if (response.status >= 400) {
      throw new Error(`${method} ${path} answered ${response.status}: ${await response.text()}`);
    }
    for (const cookie of response.headers.getSetCookie()) this.#keep(cookie);
    return response;
  }

  #keep(cookie: string): void {
    const [pair = ""] = cookie.split(";");
    const [name = "", value = ""] = pair.split("=");
    if (value === "") this.#cookies.delete(name);
    else this.#cookies.set(name, value);
  }
}
