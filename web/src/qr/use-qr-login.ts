import { useCallback, useEffect, useState } from "preact/hooks";
import type { SessionAnswer } from "#shared/session/login-answers.ts";
import type { QrCodeAnswer, QrStandingAnswer } from "#shared/session/qr-answers.ts";
import { type Failure, failureOf } from "../forms/failure.ts";
import { href } from "../language.ts";
import { firstPage } from "../session/first-page.ts";
import { takeWantedPage } from "../session/leave-for-login.ts";
import { askForCode, follow } from "./wait-for-phone.ts";

/** How many codes follow the first one by themselves, while somebody looks. */
const renewals = 3;

interface QrLoginView {
  readonly code?: QrCodeAnswer | undefined;
  readonly standing?: QrStandingAnswer | undefined;
  readonly failure?: Failure | undefined;
}

/** A full load, because the page that was asked for before the login may be in the other language. */
function enter({ person, roles }: SessionAnswer): void {
  location.assign(takeWantedPage(person) ?? href(firstPage(roles)));
}

/** A code that this page shows, followed by a few others when nobody scans it, and what becomes of it. */
export function useQrLogin() {
  const [view, setView] = useState<QrLoginView>({});
  const [turn, setTurn] = useState({ renewed: 0 });

  useEffect(() => {
    let wanted = true;
    const show = (standing: QrStandingAnswer) => {
      if (standing.session) return enter(standing.session);
      if (standing.state === "late" && turn.renewed < renewals && !document.hidden)
        return setTurn({ renewed: turn.renewed + 1 });
      setView(({ code }) => ({ code, standing }));
    };
    const run = async () => {
      const code = await askForCode();
      if (!wanted) return;
      setView({ code });
      await follow(code.id, show, () => wanted);
    };
    run().catch((error: unknown) => wanted && setView({ failure: failureOf(error) }));
    return () => {
      wanted = false;
    };
  }, [turn]);

  const renew = useCallback(() => {
    setView({});
    setTurn({ renewed: 0 });
  }, []);
  return { ...view, renew };
}
