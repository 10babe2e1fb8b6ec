/** A card is reported without a script: by buttons beside the answer (decisions 0073, 0087). */
import { beforeEach, expect, test, vi } from "vitest";
import { captchaText } from "#shared/captcha/captcha-text.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { logger } from "#shared/runtime/logger.ts";
import { hmacKey } from "../../support/call-api.ts";
import { siti, token, verifyApi } from "../../support/verify-api.ts";

const path = "/api/verify/plain";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

/** The page that answers about a card in some state, and what its buttons send. */
async function answered(state: Partial<Employee> = {}, asked = token) {
  const api = verifyApi({ ...siti, ...state });
  const send = async (to: string, fields: Readonly<Record<string, string>>) =>
    await api.call({
      ...{ method: "POST", path: to },
      headers: { "content-type": "application/x-www-form-urlencoded", "x-kartu": undefined },
      body: new URLSearchParams(fields).toString(),
    });
  const form = (await api.call({ path, query: { token: asked } })).text;
  const captcha = /name="captcha" value="([^"]+)"/.exec(form)?.[1] ?? "";
  const text = captchaText(await hmacKey.derive("challenge"), captcha.split(".")[0] ?? "");
  const { text: page } = await send(path, { token: asked, captcha, text });
  const mark = /name="mark" value="([^"]+)"/.exec(page)?.[1] ?? "";
  const press = async (cause: string) => await send(`${path}/report`, { mark, cause });
  return { ...api, page, press };
}

test("each cause is a button beside the answer, thanked alike however often it is pressed, and noted once", async () => {
  const { page, press, captchas } = await answered();
  const used = captchas.used;
  const causes = [...page.matchAll(/name="cause" value="([^"]+)"/g)].map(([, cause]) => cause);
  expect(causes).toEqual(["photo", "data-differ", "other-holder", "altered"]);

  const first = await press("altered");
  expect(first.status).toBe(200);
  expect(first.headers["cache-control"]).toBe("no-store");
  expect(first.text).toContain("Terima kasih, laporan Anda diterima.");
  expect(first.text).not.toMatch(/Siti|<script/);
  expect((await press("altered")).text).toBe(first.text);
  expect(captchas.used).toBe(used + 1);
  expect(logger.info).toHaveBeenCalledWith("card.reported", { isFirst: true, cause: "altered" });
});

test("the photo is reported where it was shown, and nowhere else", async () => {
  const shown = await answered();
  expect((await shown.press("photo")).text).toContain("Petugas instansinya melihat foto ini.");
  expect(await shown.captchas.untaken(9)).toMatchObject([{ photoId: siti.photoId }]);

  const paused = await answered({ qrPausedAt: "2026-11-21T02:00:00.000Z" });
  expect(paused.page).not.toContain('value="photo"');
  expect(paused.page).toContain('value="altered"');
  expect((await paused.press("photo")).status).toBe(422);
  expect(await paused.captchas.untaken(9)).toEqual([]);
});

test("after ten minutes the page says that the card is to be checked again", async () => {
  const { press, clock, captchas } = await answered();
  const used = captchas.used;
  clock.advance({ minutes: 11 });
  const late = await press("altered");

  expect(late.status).toBe(422);
  expect(late.text).toContain("Sudah lebih dari sepuluh menit");
  expect(captchas.used).toBe(used);
});

test("a report that fails says so, and its page has a button that sends the same once more", async () => {
  const { press, captchas } = await answered();
  vi.spyOn(logger, "error").mockReturnValue();
  vi.spyOn(captchas, "use").mockRejectedValueOnce(new Error("No table."));
  const failed = await press("altered");
  expect(failed.status).toBe(500);
  expect(failed.text).toContain("Laporan belum terkirim.");
  const [, to = ""] = /<form method="post" action="([^"]+)"/.exec(failed.text) ?? [];
  expect(to).toBe(`${path}/report`);
  expect(failed.text).toMatch(/name="mark" value="[^"]{20,}"/);
  expect(failed.text).toMatch(/name="cause" value="altered">Laporkan</);

  const again = await press("altered");
  expect(again.status).toBe(200);
  expect(again.text).not.toContain("<form");
});

test("the page of a report that is loaded anew leads to the form, in its language", async () => {
  const { call } = verifyApi(siti);
  for (const [query, location] of [
    [{}, path],
    [{ lang: "en" }, `${path}?lang=en`],
  ] as const)
    expect(await call({ path: `${path}/report`, query })).toMatchObject({
      ...{ status: 302, headers: { location } },
    });
  const odd = await call({ path: `${path}/report`, query: { lang: "xx" } });
  expect([odd.status, odd.text]).toEqual([422, expect.stringContaining("<!doctype html>")]);
});

test("of an unknown card nothing can be reported", async () => {
  expect((await answered({}, "0000000000000000000000000a")).page).not.toContain("<details");
});
