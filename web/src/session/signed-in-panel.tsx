import type { SessionAnswer } from "#shared/session/login-answers.ts";
import { Heading } from "../components/heading.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { signedIn as text } from "../messages/signed-in.ts";
import { firstPage } from "./first-page.ts";
import { wantedPage } from "./leave-for-login.ts";

/** Who is signed in is led on; a login as somebody else is a choice. */
export function SignedInPanel({
  signedIn: { displayName, person, roles },
  useAnother,
}: {
  signedIn: SessionAnswer;
  useAnother: () => void;
}) {
  return (
    <div class="narrow panel">
      <Heading>{common.pages.login}</Heading>
      <p role="status">
        {text.signedInAs} <strong translate={false}>{displayName}</strong>
      </p>
      <p>
        <a class="button" href={wantedPage(person) ?? href(firstPage(roles))}>
          {text.onward}
        </a>
      </p>
      <p class="after-form">
        <button class="link-button" type="button" onClick={useAnother}>
          {text.another}
        </button>
      </p>
    </div>
  );
}
