import type { CardAnswer, PhotoAnswer, PhotoUploadAnswer } from "#shared/http/contract.ts";
import { demoPassword } from "../../../local/demo/seed.ts";

/** A card holder without a browser: for what happens between two answers, where a browser is too slow. */
export class HttpHolder {
  readonly #siteUrl: string;
  readonly #cookies = new Map<string, string>();

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl;
  }

  async signIn(nip: string, code: string): Promise<void> {
    await this.send("POST", "/api/session/login", { nip, password: demoPassword });
    await this.send("POST", "/api/session/code", { code });
  }

  async readCard(): Promise<CardAnswer> {
    return (await (await this.send("GET", "/api/me/card")).json()) as CardAnswer;
  }

  async readPhoto(photoId: string): Promise<PhotoAnswer> {
    const answer = await this.send("GET", `/api/me/photos/${photoId}`);
    return (await answer.json()) as PhotoAnswer;
  }

  /** @returns the photo's id, at the moment the upload is answered */
  async upload(photo: Buffer): Promise<string> {
    const answer = await this.send("POST", "/api/me/photos");
    const { photoId, url, fields } = (await answer.json()) as PhotoUploadAnswer;
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob([new Uint8Array(photo)], { type: "image/png" }), "foto.png");
    const stored = await fetch(url, { method: "POST", body: form });
    if (!stored.ok) throw new Error(`The upload answered ${stored.status}.`);
    return photoId;
  }

  /** Resolves at the moment «Gunakan foto ini» is answered. */
  async confirm(photoId: string): Promise<void> {
    await this.send("POST", `/api/me/photos/${photoId}/confirm`);
  }

  /** @throws Error when the answer is none that one wants */
  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${this.#siteUrl}${path}`, {
      method,
      headers: {
        ...{ "x-kartu": "1", origin: this.#siteUrl, cookie },
        ...(body !== undefined && { "content-type": "application/json" }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) {
      throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    }
    for (const line of response.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      this.#cookies.set(name, value);
    }
    return response;
  }
}
