import { accountRoutes } from "./account-routes.ts";
import { authenticatorRoutes } from "./authenticator-routes.ts";
import { campaignRoutes } from "./campaign-routes.ts";
import { contactRoutes } from "./contact-routes.ts";
import { enrolmentRoutes } from "./enrolment-routes.ts";
import { linkRoutes } from "./link-routes.ts";
import { loginRoutes } from "./login-routes.ts";
import { mailRoutes } from "./mail-routes.ts";
import { ownDataRoutes } from "./own-data-routes.ts";
import { passwordRoutes } from "./password-routes.ts";
import { qrLoginRoutes } from "./qr-login-routes.ts";
import { qrPhoneRoutes } from "./qr-phone-routes.ts";
import { resetRoutes } from "./reset-routes.ts";
import type { SessionApi } from "./session-api.ts";
import { signedInRoutes } from "./signed-in-routes.ts";

export function sessionRoutes(api: SessionApi) {
  return [
    ...signedInRoutes(api),
    ...accountRoutes(api),
    ...loginRoutes(api),
    ...qrLoginRoutes(api),
    ...qrPhoneRoutes(api),
    ...enrolmentRoutes(api),
    ...resetRoutes(api),
    ...campaignRoutes(api),
    ...linkRoutes(api),
    ...contactRoutes(api),
    ...authenticatorRoutes(api),
    ...passwordRoutes(api),
    ...ownDataRoutes(api),
    ...mailRoutes(api),
  ];
}
