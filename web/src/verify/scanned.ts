/** The page that a card's QR opens. */
import { language } from "../language.ts";
import { tokenOf, verifyAddress } from "./address.ts";
import { find, startChecking } from "./check.ts";

const token = tokenOf(location.pathname);

find("language", HTMLAnchorElement).href = verifyAddress(language === "en" ? "id" : "en", token);
startChecking(() => ({ token }));
