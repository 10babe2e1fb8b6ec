/** What a check of a card leaves for its holder, and what it does not. */
import { beforeEach, expect, test, vi } from "vitest";
import { workIterations } from "#shared/captcha/work-challenge.ts";
import { tokenHash } from "#shared/card/card-token.ts";
import { contentHash } from "#shared/card/content-hash.ts";
import { apiHandler } from "#shared/http/api-handler.ts";
import { digestsOf } from "#shared/photo/photo-digest.ts";
import { smallPhotoKey } from "#shared/photo/photo-keys.ts";
import { logger } from "#shared/runtime/logger.ts";
import { verifyRoutes } from "../../../functions/verify-api/routes.ts";
import { anEmployee } from "../../support/builders.ts";
import { callApi, handlerOptions, hmacKey } from "../../support/call-api.ts";
import { CaptchasInMemory } from "../../support/captchas-in-memory.ts";
import { EmployeesInMemory } from "../../support/employees-in-memory.ts";
import { FakeClock } from "../../support/fake-clock.ts";
import { LimitsInMemory } from "../../support/limits-in-memory.ts";
import { pictures } from "../../support/photo-bucket-contract.ts";
import { PhotoObjectsInMemory } from "../../support/photo-objects-in-memory.ts";
import { solve } from "../../support/solve-captcha.ts";

const siti = anEmployee(digestsOf(pictures));
const token = "7q2m9xbk3fhc4d5e6g8j0npr1s";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

function world(now = siti) {
  const [captchas, clock] = [new CaptchasInMemory(), new FakeClock()];
  const photos = new PhotoObjectsInMemory(clock);
  const { photoId = "pho_none", smallPhotoDigest = "" } = siti;
  photos.put(smallPhotoKey({ employeeId: siti.id, photoId }, smallPhotoDigest), pictures.small);
  const issued = {
    ...{ employeeId: siti.id, contentHash: contentHash(siti) },
    ...{ serial: "A20100000001", issuedOn: "2026-01-02" },
  };
  const tokens = new Map([[tokenHash(token), issued]]);
  const handler = apiHandler(
    verifyRoutes({
      cards: { findToken: async (hash) => tokens.get(hash) },
      employees: new EmployeesInMemory(now),
      ...{ photos, captchas, clock, hmacKey, workIterations: Math.min(1, workIterations) },
      ...{ limits: new LimitsInMemory(), site: "kartu.example.go.id" },
    }),
    handlerOptions,
  );
  const headers = { "cloudfront-viewer-country-region-name": "Jawa Barat" };
  const challenge = async () =>
    solve((await callApi(handler, { path: "/api/verify/captcha" })).body);
  const post = async (of: string, captcha: object) =>
    await callApi(handler, {
      ...{ method: "POST", path: "/api/verify", headers },
      body: { token: of, captcha },
    });
  const scans = async () => (await captchas.of(siti.id, { limit: 10 })).items;
  return { challenge, post, scans, clock };
}

test("a check is told to the holder: when, what was answered, from which region", async () => {
  const { challenge, post, scans } = world();
  expect((await post(token, await challenge())).body).toMatchObject({ result: "valid" });

  expect(await scans()).toEqual([
    {
      ...{ employeeId: siti.id, at: "2026-11-21T03:00:00.000Z" },
      ...{ result: "valid", region: "Jawa Barat" },
    },
  ]);
});

test("what the record says then is what is noted", async () => {
  const { challenge, post, scans } = world({ ...siti, kedudukanHukum: "04" });
  await post(token, await challenge());
  expect(await scans()).toMatchObject([{ result: "suspended" }]);
});

test("a wrong captcha, one that was used, an unknown card and a specimen leave nothing", async () => {
  const { challenge, post, scans } = world();
  const captcha = await challenge();
  await post("0000000000000000000000000a", captcha);
  expect((await post(token, captcha)).status).toBe(422);
  expect((await post(token, { token: "cap_none.x", text: "abcde" })).status).toBe(422);
  await post("contoh-bukan-kartu-sungguh", await challenge());

  expect(await scans()).toEqual([]);
});
