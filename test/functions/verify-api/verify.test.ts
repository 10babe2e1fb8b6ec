import { beforeEach, expect, test, vi } from "vitest";
import { specimenToken } from "#shared/card/card-token.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { captchaLimits } from "#shared/rate-limit/limits.ts";
import { logger } from "#shared/runtime/logger.ts";
import { pictures } from "../../support/photo-bucket-contract.ts";
import { solve } from "../../support/solve-captcha.ts";
import { siti, token, verifyApi } from "../../support/verify-api.ts";

const neverIssued = "0000000000000000000000000a";
/** See passes.test.ts. */
const pass = expect.objectContaining({ endsAt: "2026-11-21T03:10:00.000Z" });

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
  vi.spyOn(logger, "error").mockReset();
});

test("a valid card shows the seven items and the photo, and nothing else", async () => {
  const { body } = await verifyApi().ask(token);

  expect(body).toEqual({
    result: "valid",
    checkedAt: "2026-11-21T03:00:00.000Z",
    site: "kartu.example.go.id",
    pass,
    // See reports.test.ts.
    report: expect.any(String),
    card: {
      name: "Siti Rahma, S.Kom.",
      nip: "1985•••• •••••• • •04",
      tmt: "2010-01-01",
      instansi: "Pemerintah Kabupaten Contoh",
      employment: "PNS",
      serial: "A20100000001",
      issuedOn: "2026-01-02",
      photo: `data:image/webp;base64,${pictures.small.toString("base64")}`,
    },
  });
});

test("a photo that is not the one that was confirmed is not shown: there is no answer, and an alarm", async () => {
  const { status, body } = await verifyApi(siti, Buffer.from("another face")).ask(token);

  expect(status).toBe(500);
  expect(body).toMatchObject({ code: "internal-error" });
  expect(logger.error).toHaveBeenCalledOnce();
});

test("the QR's upper case is the same token", async () => {
  expect((await verifyApi().ask(token.toUpperCase())).body.result).toBe("valid");
});

test.each<[string, Partial<Employee>, string]>([
  ["was suspended", { kedudukanHukum: "04" }, "suspended"],
  ["was dismissed", { kedudukanHukum: "66" }, "ended"],
  ["had a contract until yesterday", { contractEnd: "2026-11-20" }, "ended"],
  ["was promoted", { golongan: "III/b" }, "superseded"],
  ["had the QR replaced", { qrGeneration: 2 }, "superseded"],
  ["has another record", { joinedInto: "emp_twin", kedudukanHukum: "70" }, "superseded"],
  ["has another photo", { photoId: "pho_new" }, "superseded"],
])("who %s: only the word is shown", async (_, change, result) => {
  const { body } = await verifyApi({ ...siti, ...change }).ask(token);

  expect(body).toEqual({
    result,
    checkedAt: "2026-11-21T03:00:00.000Z",
    site: "kartu.example.go.id",
    pass,
    // Sealed, for who reports the card.
    report: expect.stringMatching(/^[\w-]{70,}$/),
  });
});

test("a change that does not stand on the card leaves it valid", async () => {
  const { body } = await verifyApi({ ...siti, phone: "0812", revision: 2 }).ask(token);

  expect(body.result).toBe("valid");
});

test.each(["", "not a token", "198502122010012004", token.slice(1), `${token}a`, "u".repeat(26)])(
  "the malformed token %j and an unknown one answer alike, with the same reads",
  async (malformed) => {
    const { ask, reads } = verifyApi();
    const unknown = await ask(neverIssued);
    const readsOfUnknown = reads.splice(0);
    const other = await ask(malformed);

    expect(unknown).toMatchObject({ status: 200, body: { result: "unknown" } });
    expect(other).toEqual(unknown);
    expect(readsOfUnknown).toEqual(["token", "employee"]);
    expect(reads).toEqual(readsOfUnknown);
  },
);

test.each([specimenToken, specimenToken.toUpperCase()])(
  "%s, the QR of a preview, is told to be a specimen, and nothing is read",
  async (specimen) => {
    const { ask, reads } = verifyApi();

    expect(await ask(specimen)).toMatchObject({
      status: 200,
      body: {
        result: "specimen",
        checkedAt: "2026-11-21T03:00:00.000Z",
        site: "kartu.example.go.id",
      },
    });
    expect(reads).toEqual([]);
  },
);

test("a verification needs two reads", async () => {
  const { ask, reads } = verifyApi();
  await ask(token);

  expect(reads).toEqual(["token", "employee"]);
});

test("one captcha verifies once", async () => {
  const { challenge, post } = verifyApi();
  const captcha = solve((await challenge()).body);
  await post({ token, captcha });
  const again = await post({ token, captcha });

  expect(again).toMatchObject({
    status: 422,
    body: { problems: [{ field: "captcha", code: "captcha-refused" }] },
  });
  expect(again.body).not.toHaveProperty("result");
});

test("asking for captchas, however often, is refused to nobody", async () => {
  const { challenge } = verifyApi();
  for (let i = 0; i < 100; i++) await challenge("203.0.113.7");

  expect(await challenge("203.0.113.7")).toMatchObject({
    status: 200,
    body: { image: { png: expect.stringMatching(/^iVBOR/) } },
  });
});

test("from the 61st guess in a minute on, a network has to work for it, and still gets its answer", async () => {
  const { ask, challenge, clock, limits } = verifyApi();
  await ask("0000000000000000000000000a");
  const { name, windowSeconds } = captchaLimits.answers;
  for (let i = 1; i < 60; i++)
    await limits.add({ name: `${name}-verify`, windowSeconds }, "203.0.113.0/24", clock.now());

  expect((await challenge()).body).not.toHaveProperty("image");
  expect((await ask(token)).body.result).toBe("valid");
  expect((await challenge("198.51.100.1")).body).toHaveProperty("image");
  clock.advance({ minutes: 1 });
  expect((await challenge()).body).toHaveProperty("image");
});

test("checks of cards that there are make captchas dearer for nobody: they are written as scans, once", async () => {
  const { ask, limits, scans } = verifyApi();
  const counted = vi.spyOn(limits, "add");
  for (let i = 0; i < 3; i++) expect((await ask(token)).body.result).toBe("valid");

  expect(counted).not.toHaveBeenCalled();
  expect(await scans()).toHaveLength(3);
});

test("an answer found elsewhere opens nothing here", async () => {
  const { challenge, post } = verifyApi();
  const captcha = solve((await challenge("198.51.100.1")).body);

  expect(await post({ token, captcha })).toMatchObject({
    status: 422,
    body: { problems: [{ field: "captcha", code: "captcha-refused" }] },
  });
});

test("the check of a specimen is no check of a card in the log", async () => {
  await verifyApi().ask(specimenToken);
  const lines = JSON.stringify(vi.mocked(logger.info).mock.calls);

  expect(lines).toContain('"specimen.verified"');
  expect(lines).not.toContain("card.verified");
});

test("the log says what was answered, and about nobody", async () => {
  await verifyApi().ask(token);
  const lines = JSON.stringify(vi.mocked(logger.info).mock.calls);

  expect(lines).toContain('"card.verified",{"result":"valid"}');
  expect(lines).not.toContain(token);
  expect(lines).not.toContain(siti.id);
});
