/** A paper is checked like a card: a captcha, and never what it says. */
import { beforeEach, expect, test, vi } from "vitest";
import { captchaText } from "#shared/captcha/captcha-text.ts";
import { issueDocument } from "#shared/document/issue-document.ts";
import { logger } from "#shared/runtime/logger.ts";
import { hmacKey } from "../../support/call-api.ts";
import { verifyApi } from "../../support/verify-api.ts";

beforeEach(() => {
  vi.spyOn(logger, "info").mockReturnValue();
});

async function withPaper() {
  const api = verifyApi();
  const { documents, clock } = api;
  const issued = await issueDocument(
    { documents, clock, hmacKey, siteUrl: "https://kartu.example.go.id" },
    {
      ...{
        kind: "request-proof",
        number: "7Q2MK-9XDFA",
        subject: "Perubahan data pegawai: diajukan",
      },
      ...{ personId: "emp_siti", content: { name: "Siti Rahma" } },
    },
  );
  return { ...api, ...issued, token: issued.qrText.split("/").at(-1) ?? "" };
}

test("its kind, number, day and «hal» are told, whom it is about and what it says are not", async () => {
  const { ask, token, document, reads } = await withPaper();
  const { status, body, text } = await ask(token);

  expect(status).toBe(200);
  expect(body).toEqual({
    ...{ result: "document", site: "kartu.example.go.id", checkedAt: expect.any(String) },
    document: {
      ...{ kind: "request-proof", number: "7Q2MK-9XDFA", issuedAt: document.issuedAt },
      subject: "Perubahan data pegawai: diajukan",
    },
    pass: { token: expect.any(String), endsAt: expect.any(String) },
  });
  expect(text).not.toMatch(/emp_|Siti|digest/);
  expect(reads).toEqual([]);
});

test("without a captcha nothing is told, and a used one opens no second paper", async () => {
  const { post, solved, token } = await withPaper();
  const captcha = await solved();
  expect(await post({ token, captcha })).toMatchObject({ status: 200 });

  const again = await post({ token, captcha });
  expect(again).toMatchObject({ status: 422, body: { problems: [{ code: "captcha-refused" }] } });
  expect(again.text).not.toContain("7Q2MK");
});

test("what nobody drew is unknown, as of a card, and the next guess costs a captcha", async () => {
  const { ask } = await withPaper();
  const { body } = await ask(`d${"0".repeat(20)}`);

  expect(body).toMatchObject({ result: "unknown" });
  expect(body).not.toHaveProperty("pass");
  expect(body).not.toHaveProperty("document");
});

test("one that was revoked says so", async () => {
  const { ask, token, documents } = await withPaper();
  const revokedAt = "2026-11-22T03:00:00.000Z";
  for (const [hash, kept] of documents.kept) documents.kept.set(hash, { ...kept, revokedAt });

  expect((await ask(token)).body).toMatchObject({
    ...{ result: "document-revoked", document: { number: "7Q2MK-9XDFA", revokedAt } },
  });
});

test("no holder is told of it: it is nobody's scan", async () => {
  const { ask, token, scans } = await withPaper();
  await ask(token);

  expect(await scans()).toEqual([]);
});

test("the page without a script tells the same", async () => {
  const { call, token } = await withPaper();
  const form = await call({ path: "/api/verify/plain", query: { token } });
  const [, captcha = ""] = /name="captcha" value="([^"]+)"/.exec(form.text) ?? [];
  const [id = ""] = captcha.split(".");
  const text = captchaText(await hmacKey.derive("challenge"), id);
  const answer = await call({
    ...{ method: "POST", path: "/api/verify/plain", query: {} },
    headers: { "content-type": "application/x-www-form-urlencoded", "x-kartu": undefined },
    body: new URLSearchParams({ token, captcha, text }).toString(),
  });

  expect(answer.text).toContain("Dokumen terdaftar");
  // Another name printed on a paper changes nothing of its answer.
  expect(answer.text).toContain("Nama dan isi di kertas tidak diperiksa");
  expect(answer.text).not.toMatch(/\bsah\b/i);
  expect(answer.text).toContain(
    '<dt>Hal</dt><dd translate="no">Perubahan data pegawai: diajukan</dd>',
  );
  expect(answer.text).toContain('<dt>Jenis dokumen</dt><dd translate="no">Bukti pengajuan</dd>');
});
