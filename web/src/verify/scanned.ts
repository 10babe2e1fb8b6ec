/** The page that a card's QR opens. */
import { language } from "../language.ts";
import { reportHash, tokenOf, verifyAddress } from "./address.ts";
import { startChecking } from "./check.ts";
import { find } from "./find.ts";

const token = tokenOf(location.pathname);

find("language", HTMLAnchorElement).href = verifyAddress(language === "en" ? "id" : "en", token);
startChecking(() => ({ token }), location.hash === reportHash);

// What stands behind the address is signed digits for who is offline. Out of the address, they are heard when the same card is scanned
// again in this tab, which otherwise would load nothing and leave the old answer there.
const isSigned = () => /^#\d+$/.test(location.hash);
if (isSigned()) history.replaceState(history.state, "", location.pathname);
addEventListener("hashchange", () => isSigned() && location.reload());
