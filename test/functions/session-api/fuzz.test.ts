import fc from "fast-check";
import { expect, test } from "vitest";
import { password, sessionApiUnderTest, siti } from "./session-api-under-test.ts";

const posts = [
  "login",
  "code",
  "enrolment",
  "logout",
  "reset",
  "reset/email",
  "reset/password",
  "recovery-code",
  "qr",
  "qr/take",
];
const text = fc.oneof(fc.string(), fc.constantFrom(siti.nip, password, "123456", siti.email));
/** Bodies that are nearly right, and bodies that are completely wrong. */
const anyBody = fc.oneof(
  fc.record(
    {
      nip: text,
      password: text,
      code: text,
      deviceName: text,
      email: text,
      newPassword: text,
      work: fc.oneof(fc.record({ token: text, number: fc.integer() }), fc.anything()),
      captcha: fc.oneof(fc.record({ token: text, text }), fc.anything()),
    },
    { requiredKeys: [] },
  ),
  fc.object(),
  fc.string(),
  fc.constant('{"__proto__":{"isAdmin":true},"constructor":{"prototype":{"isAdmin":true}}}'),
);

test("no body, at no auth challenge, makes a route fail or touches what all objects share", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...posts),
      anyBody,
      fc.boolean(),
      async (route, body, isChallenged) => {
        const page = sessionApiUnderTest().browser();
        if (isChallenged) await page.post("/api/session/login", { nip: siti.nip, password });
        const { status } = await page.post(`/api/session/${route}`, body);

        expect(status).toBeLessThan(500);
        expect({}).not.toHaveProperty("isAdmin");
      },
    ),
    { numRuns: 500 },
  );
});
