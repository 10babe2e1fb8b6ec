import type { Access } from "#shared/http/route.ts";
import { Unauthenticated } from "#shared/runtime/errors.ts";
import { cookieName, readCookie } from "./cookies.ts";
import { type QrLogin, type QrLogins, qrLoginIdOf } from "./qr-login.ts";

/** The browser that shows a code: its cookie has the only secret that takes the session. */
export function atQrLogin({
  qrLogins,
}: {
  readonly qrLogins: Pick<QrLogins, "find">;
}): Access<QrLogin, false> {
  return {
    who: ["qr"],
    isPersonal: false,
    cookie: cookieName("qr"),
    admit: async (request) => {
      const secret = readCookie("qr", request);
      const login = secret ? await qrLogins.find(qrLoginIdOf(secret)) : undefined;
      if (!login) throw new Unauthenticated("step-expired");
      return login;
    },
  };
}
