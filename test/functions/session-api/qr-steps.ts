/** A computer and a phone at a login by QR. */
import * as z from "zod";
import type { Clock } from "#shared/runtime/clock.ts";
import { totpCode } from "../../../local/cloud/cognito/totp.ts";
import { decodeSvgQr } from "../../support/decode-qr.ts";
import { type Browser, seals, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

const agents = {
  computer:
    "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/120.0 Safari/537.36 Edg/120.0",
  phone: "Mozilla/5.0 (Linux; Android 10; K) AppleWebKit/537.36 Chrome/120.0 Mobile Safari/537.36",
};
const shown = z.object({ id: z.string(), qr: z.string(), secondsLeft: z.number() });

/** Where a browser is, as CloudFront says. */
export const at = (country: string, region: string) => ({
  "cloudfront-viewer-country": country,
  "cloudfront-viewer-country-region-name": region,
});

const key = "JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP";

/** The service, a computer that nobody is signed in at, and Siti's phone. */
export async function computerAndPhone() {
  const api = sessionApiUnderTest();
  await api.accountRecords.register(siti, {
    sealedKey: await seals.seal(siti.id, key),
    deviceName: "Ponsel",
    recoveryCodes: { salt: "c2FsdA", hashes: [] },
    at: api.clock.now(),
  });
  const computer = api.browser();
  computer.headers = { "user-agent": agents.computer, ...at("ID", "Jawa Barat") };
  const phone = await signedInPhone(api);
  return { ...api, computer, phone };
}

/** Another phone of a person who is signed in. */
export async function signedInPhone(
  { browser, users }: Pick<ReturnType<typeof sessionApiUnderTest>, "browser" | "users">,
  nip: string = siti.nip,
): Promise<Browser> {
  const phone = browser();
  phone.headers = { "user-agent": agents.phone, ...at("ID", "Jawa Barat") };
  users.nextCode();
  const { status } = await phone.signIn(nip);
  if (status !== 200) throw new Error(`The phone could not sign in: ${status}.`);
  return phone;
}

/** The computer shows a code. @returns the address that a camera reads from it, and the secret in it */
export async function show(computer: Browser, language: "id" | "en" = "id") {
  const { body } = await computer.post("/api/session/qr", { language });
  const { id, qr } = shown.parse(body);
  const address = (await decodeSvgQr(qr)) ?? "";
  return { id, address, secret: address.split("#")[1] ?? "" };
}

export const take = (computer: Browser) => computer.post("/api/session/qr/take");
export const scan = (phone: Browser, secret: string) =>
  phone.post("/api/account/qr/scan", { secret });
export const refuse = (phone: Browser, secret: string) =>
  phone.post("/api/account/qr/refuse", { secret });

/** Types what the computer shows, and a code of the authenticator. */
export const approve = (phone: Browser, secret: string, number: unknown, code: string) =>
  phone.post("/api/account/qr/approve", { secret, number: String(number), code });

/** What Siti's authenticator shows, by another implementation than ours. */
export const codeNow = ({ clock }: { clock: Clock }) => totpCode(key, clock.now().getTime());

/** The number on the computer's screen. */
export async function numberOn(computer: Browser): Promise<number> {
  return z.number().parse((await take(computer)).body.number);
}

/** From the code to the approval. @returns the code's secret */
export async function approved({
  computer,
  phone,
  clock,
}: {
  computer: Browser;
  phone: Browser;
  clock: Clock;
}) {
  const { secret } = await show(computer);
  await scan(phone, secret);
  const { status } = await approve(phone, secret, await numberOn(computer), codeNow({ clock }));
  if (status !== 204) throw new Error(`The phone could not approve: ${status}.`);
  return secret;
}

/** Another number than the computer's. */
export const wrong = (number: number): number => (number === 99 ? 10 : number + 1);
