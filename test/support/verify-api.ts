/** The API that checks cards, with one holder whose card was issued. */
import type { CardToken } from "#shared/card/card.ts";
import { numbersHash, tokenHash } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { digestsOf } from "#shared/photo/photo-digest.ts";
import { smallPhotoKey } from "#shared/photo/photo-keys.ts";
import { verifyRoutes } from "../../functions/verify-api/routes.ts";
import { anEmployee } from "./builders.ts";
import { type ApiRequest, callApi, handlerOptions, hmacKey } from "./call-api.ts";
import { CaptchasInMemory } from "./captchas-in-memory.ts";
import { DocumentsInMemory } from "./documents-in-memory.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { LimitsInMemory } from "./limits-in-memory.ts";
import { aPhoto, pictures } from "./photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "./photo-objects-in-memory.ts";
import { solve } from "./solve-captcha.ts";

export const siti = anEmployee(digestsOf(pictures));
export const token = "7q2m9xbk3fhc4d5e6g8j0npr1s";
export const numbers = { serial: "A20100000001", checkCode: "7K2Q9MXB" };

/**
 * @param now Siti's record as it is, after the card was issued for `siti`
 * @param photo what lies in the photo's place, when it is another one
 */
export function verifyApi(now: Employee = siti, photo?: Buffer) {
  const issued: CardToken = {
    employeeId: siti.id,
    contentHash: contentHash(siti),
    serial: numbers.serial,
    issuedOn: "2026-01-02",
  };
  const tokens = new Map([
    [tokenHash(token), issued],
    [numbersHash(numbers), issued],
  ]);
  const reads: string[] = [];
  const employees = new EmployeesInMemory(now);
  const photos = new PhotoObjectsInMemory(new FakeClock());
  const place = { ...aPhoto, photoId: "pho_siti" } as const;
  photos.put(smallPhotoKey(place, place.smallPhotoDigest), photo ?? pictures.small);
  const documents = new DocumentsInMemory();
  const [clock, limits, captchas] = [new FakeClock(), new LimitsInMemory(), new CaptchasInMemory()];
  const handler = apiHandler(
    verifyRoutes({
      cards: {
        findToken: async (hash) => {
          reads.push("token");
          return tokens.get(hash);
        },
      },
      employees: {
        find: async (id) => {
          reads.push("employee");
          return await employees.find(id);
        },
      },
      ...{ photos, documents, captchas, limits, hmacKey, clock },
      workIterations: 1,
      site: "kartu.example.go.id",
    }),
    handlerOptions,
  );
  const call = async (request: ApiRequest) => await callApi(handler, request);
  const challenge = async (address?: string) =>
    await callApi(handler, { path: "/api/verify/captcha", ...(address ? { address } : {}) });
  const headers = { "cloudfront-viewer-country-region-name": "Jawa Barat" };
  const post = async (body: unknown, rest = "") =>
    await callApi(handler, { method: "POST", path: `/api/verify${rest}`, headers, body });
  const report = async (mark: string) => await post({ mark }, "/report");
  const solved = async () => solve((await challenge()).body);
  const ask = async (text: string) => await post({ token: text, captcha: await solved() });
  const scans = async () => (await captchas.of(siti.id, { limit: 100, now: clock.now() })).items;
  return {
    ask,
    call,
    challenge,
    solved,
    post,
    report,
    employees,
    documents,
    scans,
    /** Which cards there are, by the hash of their token or numbers. */
    tokens,
    reads,
    clock,
    limits,
    captchas,
  };
}
