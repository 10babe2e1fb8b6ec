import { type CardAnswer, cardAnswer } from "#shared/card/card-answer.ts";
import type { Face } from "#shared/card/card-content.ts";
import {
  type PhotoAnswer,
  type PhotoUploadAnswer,
  photoAnswer,
  photoUploadAnswer,
} from "#shared/photo/photo-answers.ts";
import { sessionAnswer } from "#shared/session/login-answers.ts";
import { demoPassword } from "../../local/demo/demo-login.ts";
import { decodeQr, tokenOfQr } from "./decode-qr.ts";
import { solve } from "./solve-captcha.ts";

/** A card holder without a browser, for tests of what happens between two answers, where a browser is too slow. */
export class HttpHolder {
  readonly #siteUrl: string;
  readonly #cookies = new Map<string, string>();
  #person = "";

  constructor(siteUrl: string) {
    this.#siteUrl = siteUrl;
  }

  signIn(nip: string, code: string): Promise<void> {
    return this.signInWith(nip, demoPassword, code);
  }

  async signInWith(nip: string, password: string, code: string): Promise<void> {
    await this.send("POST", "/api/session/login", { nip, password });
    const answer = await this.send("POST", "/api/session/code", { code });
    this.#person = sessionAnswer.parse(await answer.json()).person;
  }

  async readCard(): Promise<CardAnswer> {
    return cardAnswer.parse(await (await this.send("GET", "/api/me/card")).json());
  }

  async readPhoto(photoId: string): Promise<PhotoAnswer> {
    const answer = await this.send("GET", `/api/me/photos/${photoId}`);
    return photoAnswer.parse(await answer.json());
  }

  /** @returns the photo's id, at the moment the upload is answered */
  async upload(photo: Buffer): Promise<string> {
    const form = await this.askForForm();
    await this.fillIn(form, photo);
    return form.photoId;
  }

  async askForForm(): Promise<PhotoUploadAnswer> {
    return photoUploadAnswer.parse(await (await this.send("POST", "/api/me/photos")).json());
  }

  /** Sends a file with a form, which S3 lets one do more than once. */
  async fillIn({ url, fields }: PhotoUploadAnswer, photo: Buffer): Promise<void> {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) form.append(name, value);
    form.append("file", new Blob([new Uint8Array(photo)], { type: "image/png" }), "foto.png");
    const stored = await fetch(url, { method: "POST", body: form });
    if (!stored.ok) throw new Error(`The upload answered ${stored.status}.`);
  }

  /** A face of the card of now, as it is downloaded. */
  async face(name: Face): Promise<Buffer> {
    const { version } = await this.readCard();
    const face = await this.send("GET", `/api/me/card/faces/${name}?v=${version}&download=1`);
    return Buffer.from(await face.arrayBuffer());
  }

  /** Scans the card of now and asks what it is worth. */
  async verify(): Promise<Response> {
    const qr = await decodeQr(await this.face("front-landscape"));
    const captcha = solve(await (await this.send("GET", "/api/verify/captcha")).json());
    const token = tokenOfQr(qr);
    return this.send("POST", "/api/verify", { token, captcha });
  }

  /** Resolves at the moment «Gunakan foto ini» is answered. */
  async confirm(photoId: string): Promise<void> {
    await this.send("POST", `/api/me/photos/${photoId}/confirm`);
  }

  /** @throws Error when the answer is no success */
  async send(method: string, path: string, body?: unknown): Promise<Response> {
    const cookie = [...this.#cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const response = await fetch(`${this.#siteUrl}${path}`, {
      method,
      headers: {
        ...{ "x-kartu": "1", "x-kartu-person": this.#person },
        ...{ origin: this.#siteUrl, cookie },
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
