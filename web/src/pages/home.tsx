import { useEffect, useState } from "preact/hooks";
import type { SessionAnswer } from "#shared/session/login-answers.ts";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import type { Services } from "../home/services.tsx";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { home as text } from "../messages/home.ts";
import { firstPage } from "../session/first-page.ts";
import { useSignedIn } from "../session/use-signed-in.ts";
import { byHandPath } from "../verify/address.ts";

export function HomePage() {
  useTitle(common.pages.home);
  const signedIn = useSignedIn();
  const menu = useMenu(signedIn);
  const Menu = menu?.Services;
  return (
    <div class={Menu ? "home home-signed-in fills-screen" : "home fills-screen"}>
      <div>
        <Heading>{common.pages.home}</Heading>
        <p class="lead">{text.lead}</p>
        {signedIn && menu ? <Onward signedIn={signedIn} /> : <Invitation />}
      </div>
      <div class="home-card" aria-hidden="true">
        <span class="home-card-photo" />
        <span class="home-card-lines" />
        <span class="home-card-qr" />
      </div>
      {Menu ? <Menu page="/" /> : <About />}
    </div>
  );
}

/**
 * What there is for who is signed in. Until it has arrived, or is known to be lost, the page stays as it is: nothing that is seen moves.
 * Without it, the button still leads on.
 */
function useMenu(signedIn: SessionAnswer | undefined): { Services?: typeof Services } | undefined {
  const [menu, setMenu] = useState<{ Services?: typeof Services }>();
  useEffect(() => {
    if (!signedIn) return;
    import("../home/services.tsx").then(setMenu, () => setMenu({}));
  }, [signedIn]);
  return menu;
}

/** What this is, for who has not signed in. */
function About() {
  return (
    <>
      <ul class="home-points">
        {text.points.map((point) => (
          <li key={point}>{point}</li>
        ))}
      </ul>
      <section class="home-check">
        <h2>{text.checkTitle}</h2>
        <p>{text.check}</p>
        <p>
          <a href={href("/pindai/")}>{text.scan}</a>
        </p>
        <p>
          <a href={href(byHandPath)}>{text.byHand}</a>
        </p>
        <p>
          <a href={href("/kontak")}>{text.contact}</a>
        </p>
      </section>
    </>
  );
}

function Invitation() {
  return (
    <p class="button-row">
      <a class="button" href={href("/masuk")}>
        {text.login}
      </a>
      <a class="link-button" href={href("/aktivasi")}>
        {text.firstTime}
      </a>
    </p>
  );
}

/** Who is signed in is not asked to sign in, but led on. */
function Onward({ signedIn: { roles } }: { signedIn: SessionAnswer }) {
  return (
    <p class="button-row">
      <a class="button" href={href(firstPage(roles))}>
        {text.onward}
      </a>
      <span class="hint">{text.signedIn}</span>
    </p>
  );
}
