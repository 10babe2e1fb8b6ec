/** Who checks a card and sees another person's photo reports it (decision 0069). */
import { beforeEach, expect, test, vi } from "vitest";
import * as z from "zod";
import { photoId } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { sealMark } from "#shared/verification/report-mark.ts";
import { hmacKey } from "../../support/call-api.ts";
import { siti, token, verifyApi } from "../../support/verify-api.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

const answered = z.object({ report: z.string() });
const refused = { status: 422, body: { problems: [{ field: "mark", code: "malformed" }] } };

async function afterCheck() {
  const api = verifyApi();
  const mark = answered.parse((await api.ask(token)).body).report;
  return { ...api, mark };
}

test("a report is one write and no read, and says whose photo and when, nothing of who sent it", async () => {
  const { report, mark, captchas, reads, limits } = await afterCheck();
  reads.splice(0);
  const [used, counted] = [captchas.used, vi.spyOn(limits, "add")];
  expect(await report(mark)).toMatchObject({ status: 204 });

  expect(reads).toEqual([]);
  expect(counted).not.toHaveBeenCalled();
  expect(captchas.used).toBe(used + 1);
  expect(await captchas.untaken(9)).toEqual([
    { employeeId: siti.id, photoId: siti.photoId, reportedAt: "2026-11-21T03:00:00.000Z" },
  ]);
});

test("of fifty at once one is kept, and each reads the same", async () => {
  const { report, mark, captchas, ask } = await afterCheck();
  const others = [answered.parse((await ask(token)).body).report, mark];
  const used = captchas.used;
  const marks = Array.from({ length: 50 }, (_, i) => others[i % 2] ?? mark);
  const answers = await Promise.all(marks.map(report));

  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
  expect(captchas.used).toBe(used + 1);
});

test("a mark that is used again tells nothing and adds nothing", async () => {
  const { report, mark, captchas } = await afterCheck();
  const first = await report(mark);
  const [taken] = await captchas.untaken(9);
  if (taken) await captchas.take(taken);

  expect(await report(mark)).toEqual(first);
  expect(await captchas.untaken(9)).toEqual([]);
});

test("it is over ten minutes after the check", async () => {
  const { report, mark, clock, captchas } = await afterCheck();
  clock.advance({ minutes: 10 });
  expect(await report(mark)).toMatchObject(refused);
  expect(await captchas.untaken(9)).toEqual([]);
});

test("each bit of it counts, a part of it is none, and nobody makes one without the key", async () => {
  const { report, mark, captchas } = await afterCheck();
  const bytes = Buffer.from(mark, "base64url");
  const changed = [...bytes.keys()].map((at) => {
    const copy = Buffer.from(bytes);
    copy[at] = (copy[at] ?? 0) ^ 1;
    return copy.toString("base64url");
  });
  const parts = [0, 5, 12, 27, 28, 40].map((length) =>
    bytes.subarray(0, length).toString("base64url"),
  );
  const other = { hmacKey: { derive: async () => Buffer.alloc(32, 7) } };
  const shown = { employeeId: siti.id, photoId: photoId.parse("pho_siti") };
  const forged = await sealMark(other, shown, new Date("2026-11-21T03:00:00.000Z"));
  for (const each of [...changed, ...parts, forged, "?", "x".repeat(400)])
    expect(await report(each)).toMatchObject(refused);

  expect(await captchas.untaken(9)).toEqual([]);
});

test("a pass, a captcha and the card's own token are no marks", async () => {
  const { report, ask, challenge } = await afterCheck();
  const pass = z.object({ pass: z.object({ token: z.string() }) }).parse((await ask(token)).body);
  const { work } = z
    .object({ work: z.object({ token: z.string() }) })
    .parse((await challenge()).body);
  for (const each of [pass.pass.token, work.token, token])
    expect(await report(each)).toMatchObject(refused);
});

test("one captcha is good for one report: what is checked by its passes brings no mark, and a captcha of its own does", async () => {
  const { post, ask } = verifyApi();
  const withPass = z.object({ pass: z.object({ token: z.string() }) });
  let answer = await ask(token);
  expect(answer.body).toHaveProperty("report");
  for (let checks = 1; checks <= 19; checks++) {
    const { pass } = withPass.parse(answer.body);
    answer = await post({ token, captcha: { pass: pass.token } });
    expect(answer.body).toMatchObject({ result: "valid" });
    expect(answer.body).not.toHaveProperty("report");
  }

  expect((await ask(token)).body).toHaveProperty("report");
});

test("marks of one photo have nothing in common that somebody could follow a person by", async () => {
  const { ask, mark } = await afterCheck();
  const other = answered.parse((await ask(token)).body).report;
  const [one = "", two = ""] = [mark, other].map((each) =>
    Buffer.from(each, "base64url").toString("hex"),
  );
  const pieces = (text: string) =>
    (text.match(/.{16}/g) ?? []).filter((piece) => two.includes(piece));

  expect(pieces(one)).toEqual([]);
  expect(Buffer.from(mark, "base64url").toString("latin1")).not.toContain("emp_");
  const key = await hmacKey.derive("photo-report");
  expect(key).not.toEqual(await hmacKey.derive("challenge"));
});

test.each([
  ["a suspended card", { ...siti, kedudukanHukum: "04" }],
  ["a replaced card", { ...siti, golongan: "III/b" }],
])("%s shows no photo to report, and is reported as suspicious itself", async (_, now) => {
  const { ask, report, post, captchas } = verifyApi(now);
  const mark = answered.parse((await ask(token)).body).report;
  expect(await report(mark)).toMatchObject(refused);
  expect(await post({ mark, cause: "other-holder" }, "/report")).toMatchObject({ status: 204 });

  expect(await captchas.untaken(9)).toEqual([]);
  expect(await captchas.suspicions.untaken(9)).toEqual([
    { employeeId: siti.id, cause: "other-holder", reportedAt: "2026-11-21T03:00:00.000Z" },
  ]);
});

test("a suspicious card: of fifty reports one is kept a cause and day, in one write and no read, and none has words", async () => {
  const { post, mark, captchas, reads } = await afterCheck();
  reads.splice(0);
  const used = captchas.used;
  const send = (body: object) => post({ mark, ...body }, "/report");
  const answers = await Promise.all(Array.from({ length: 50 }, () => send({ cause: "altered" })));

  expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toHaveLength(1);
  expect([captchas.used, reads]).toEqual([used + 1, []]);
  expect(await send({ cause: "data-differ" })).toMatchObject({ status: 204 });
  expect(await captchas.suspicions.untaken(9)).toHaveLength(2);
  for (const body of [{ cause: "thief" }, { cause: "altered", note: "Si A" }])
    expect(await send(body)).toMatchObject({ status: 422 });
  expect(logger.info).toHaveBeenCalledWith("card.reported", { isFirst: true, cause: "altered" });
});

test("neither an unknown card nor a specimen brings a mark, and no log has one", async () => {
  const { ask, report, mark } = await afterCheck();
  for (const text of ["0000000000000000000000000a", "contoh-bukan-kartu-sungguh"])
    expect((await ask(text)).body).not.toHaveProperty("report");
  await report(mark);

  expect(logger.info).toHaveBeenCalledWith("photo.reported", { isFirst: true });
  expect(JSON.stringify(vi.mocked(logger.info).mock.calls)).not.toContain(mark);
});
