/** A card is checked without a script: the form, and the pages that answer it. */
import { createHash } from "node:crypto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { captchaText } from "#shared/captcha/captcha-text.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { captchaLimits } from "#shared/rate-limit/limits.ts";
import { logger } from "#shared/runtime/logger.ts";
import { hmacKey } from "../../support/call-api.ts";
import { numbers, siti, token, verifyApi } from "../../support/verify-api.ts";

const neverIssued = "0000000000000000000000000a";

beforeEach(() => {
  for (const level of ["info", "error"] as const) vi.spyOn(logger, level).mockReturnValue();
});

function setUp(employee: Employee = siti, query: Readonly<Record<string, string>> = {}) {
  const api = verifyApi(employee);
  const open = async (asked: Readonly<Record<string, string>> = {}) =>
    await api.call({ path: "/api/verify/plain", query: { ...query, ...asked } });
  const send = async (fields: Readonly<Record<string, string>>) =>
    await api.call({
      ...{ method: "POST", path: "/api/verify/plain", query },
      headers: { "content-type": "application/x-www-form-urlencoded", "x-kartu": undefined },
      body: new URLSearchParams(fields).toString(),
    });
  const captcha = async () => {
    const sent = /name="captcha" value="([^"]+)"/.exec((await open()).text)?.[1] ?? "";
    const [id = ""] = sent.split(".");
    return { captcha: sent, text: captchaText(await hmacKey.derive("challenge"), id) };
  };
  const ask = async (card: Readonly<Record<string, string>>) =>
    await send({ ...card, ...(await captcha()) });
  return { ...api, open, send, captcha, ask };
}

describe("the form", () => {
  test("has what its card is asked by, a captcha, and no place for a script", async () => {
    const { open } = setUp();
    const { status, headers, text } = await open({ token });

    expect(status).toBe(200);
    expect(headers).toMatchObject({
      "cache-control": "no-store",
      "content-type": "text/html; charset=utf-8",
      "x-robots-tag": "noindex",
      "referrer-policy": "same-origin",
    });
    expect(text).toContain(`<input type="hidden" name="token" value="${token}">`);
    expect(text).toContain("data:image/png;base64,");
    expect(text).not.toMatch(/<script|\son\w+=|\sstyle=/);
  });

  test("is styled by the one style that its policy allows, and sent to this site alone", async () => {
    const { headers, text } = await setUp().open();
    const [, style = ""] = /<style>(.*?)<\/style>/.exec(text) ?? [];
    const hash = createHash("sha256").update(style).digest("base64");

    expect(style).toMatch(/\.good ?{/);
    expect(style).not.toMatch(/@import|url\(|</);
    expect(headers["content-security-policy"]).toBe(
      `default-src 'none'; style-src 'sha256-${hash}'; img-src 'self' data:; media-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'`,
    );
  });

  test("is one for every token, known or not, and reads nothing of a card", async () => {
    const { open, reads } = setUp();
    const shapes = await Promise.all(
      [token, neverIssued, "not a token", ""].map(async (text) => {
        const { status, text: html } = await open({ token: text });
        return [status, html.replaceAll(/value="[^"]*"|base64,[^"]*|token=[^"&]*/g, "…")];
      }),
    );

    expect(new Set(shapes.map((each) => JSON.stringify(each))).size).toBe(1);
    expect(reads).toEqual([]);
  });

  test("shows what somebody sent as text, whatever it is", async () => {
    const odd = `"><script>alert(1)</script>`;
    const { open, send } = setUp();
    const pages = [
      await open({ token: odd }),
      await send({ token: odd, captcha: "x", text: "AC7XK" }),
      await send({ serial: odd, checkCode: odd, captcha: "x", text: "AC7XK" }),
      await send({ [odd]: odd }),
    ];

    for (const { text } of pages) expect(text).not.toContain("<script>");
    expect(pages.map(({ status }) => status)).toEqual([200, 422, 422, 422]);
  });

  test("is English where that is asked for", async () => {
    const { text } = await setUp(siti, { lang: "en" }).open({ token });
    expect(text).toContain('<html lang="en">');
    expect(text).toContain("Type the characters in the image");
    expect(text).toContain('action="/api/verify/plain?lang=en"');
  });

  test("says that the service is busy while images are not shown", async () => {
    const { open, limits, clock } = setUp();
    const { name, free, windowSeconds } = captchaLimits.failures;
    const window = { name: `${name}-verify`, windowSeconds };
    for (let i = 0; i < free; i++) await limits.add(window, "203.0.113.0/24", clock.now());
    const { text } = await open({ token });

    expect(text).toMatch(
      /<h2 class="caution"><svg[^>]*><path d="[^"]+"><\/path><\/svg>Sibuk<\/h2>/,
    );
    expect(text).toContain("Kode hasil: V9. Dicoba pada 21 November 2026 10.00 WIB.");
    expect(text).toContain("Tunggu sebentar, lalu coba lagi.");
    expect(text).not.toContain("<form");
  });
});

describe("the answer", () => {
  test.each<[string, Partial<Employee>, string, string]>([
    ["valid", {}, "V1", "good"],
    ["paused", { qrPausedAt: "2026-11-21T02:00:00.000Z" }, "V2", "caution"],
    ["dismissed", { kedudukanHukum: "66" }, "V3", "bad"],
    ["promoted", { golongan: "III/b" }, "V4", "caution"],
  ])("of a card that is %s has its code, word, icon and colour", async (_, state, code, colour) => {
    const { ask } = setUp({ ...siti, ...state });
    const { status, headers, text } = await ask({ token });

    expect(status).toBe(200);
    expect(headers["cache-control"]).toBe("no-store");
    expect(text).toContain(`Kode hasil: ${code}.`);
    expect(text).toMatch(
      new RegExp(`<h2 class="${colour}"><svg[^>]*><path d="[^"]+"></path></svg>`),
    );
    expect(text.includes("Siti Rahma")).toBe(code === "V1");
    expect(text.includes("data:image/webp")).toBe(code === "V1");
  });

  test("masks the NIP, says the true address and the time, and counts the check", async () => {
    const { ask, scans } = setUp();
    const { text } = await ask({ token });

    expect(text).toContain("1985•••• •••••• • •04");
    expect(text).toContain("kartu.example.go.id");
    expect(text).toContain("21 November 2026 10.00 WIB");
    expect(logger.info).toHaveBeenCalledWith("card.verified", { result: "valid" });
    expect(await scans()).toMatchObject([{ result: "valid", way: "qr" }]);
  });

  test("is two reads and one write", async () => {
    const { ask, reads, scans } = setUp();
    await ask({ token });
    expect(reads).toEqual(["token", "employee"]);
    expect(await scans()).toHaveLength(1);
  });

  test("is found by the two numbers as they are typed, and says of others that they may be mistyped", async () => {
    const { ask } = setUp();
    expect((await ask({ serial: "a2010 0000001", checkCode: "7k2q-9mxb" })).text).toContain("V1");
    const other = await ask({ ...numbers, checkCode: "00000000" });
    expect(other.text).toContain("V5");
    expect(other.text).toContain("Cocokkan ketikannya");
  });

  test("is one for unknown tokens and malformed ones, with the same reads", async () => {
    const { ask, reads } = setUp();
    const pages = [await ask({ token: neverIssued }), await ask({ token: "not a token" })];
    const [one, two] = pages.map(({ text }) => text.replaceAll(/token=[^"&]*/g, ""));

    expect(two).toBe(one);
    expect(one).toContain("V5");
    expect(reads).toEqual(["token", "employee", "token", "employee"]);
  });
});

describe("the form comes back with a new captcha", () => {
  test.each([
    ["the captcha is wrong", { token, text: "WRONG" }, "Isian captcha tidak cocok"],
    ["nothing was typed", { token, text: " " }, "Ketik tulisan pada gambar."],
    ["a number is none", { serial: "A1", checkCode: "7K2Q9MXB" }, "Nomor Seri terdiri"],
    ["a code is none", { serial: "A20100000001", checkCode: "7K" }, "Kode Periksa terdiri"],
  ])("when %s, and nothing of the card was read", async (_, fields, told) => {
    const { send, captcha, reads } = setUp();
    const first = await captcha();
    const { status, text } = await send({ ...first, ...fields });

    expect(status).toBe(422);
    expect(text).toContain(told);
    expect(text).toContain("<title>Galat: ");
    expect(text).toContain('name="captcha" value="cap_');
    expect(text).not.toContain(first.captcha);
    expect(reads).toEqual([]);
  });

  test("when the captcha was used, also of twenty at once", async () => {
    const { send, captcha } = setUp();
    const one = await captcha();
    const sent = await Promise.all(Array.from({ length: 20 }, () => send({ token, ...one })));
    const after = await send({ token, ...one });

    expect(sent.filter(({ status }) => status === 200)).toHaveLength(1);
    expect(after.status).toBe(422);
    expect(after.text).toContain("Isian captcha tidak cocok");
  });

  test("and a wrong answer uses the captcha up", async () => {
    const { send, captcha } = setUp();
    const one = await captcha();
    await send({ token, ...one, text: "WRONG" });
    expect((await send({ token, ...one })).status).toBe(422);
  });
});

test("when something of ours fails, the page says that the card was not checked, with a reference", async () => {
  const { employees, ask } = setUp();
  vi.spyOn(employees, "find").mockRejectedValue(new Error("No table."));
  const { status, headers, text } = await ask({ token });

  expect(status).toBe(500);
  expect(headers["content-type"]).toBe("text/html; charset=utf-8");
  expect(text).toContain("Belum bisa dicek");
  expect(text).toContain("Kode hasil: V0. Dicoba pada 21 November 2026 10.00 WIB.");
  expect(text).toMatch(/Kode rujukan: \w{4}-\w{4}/);
  expect(logger.error).toHaveBeenCalled();
});
