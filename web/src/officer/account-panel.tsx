import { useState } from "preact/hooks";
import type { AccountAnswer } from "#shared/account/account-answers.ts";
import { lazyPart } from "../lazy-page.ts";
import { accounts as text } from "../messages/accounts.ts";
import { useInstantText } from "../session/instant.tsx";
import { type AccountStep, accountSteps } from "./account-step.ts";
import type { GoTo } from "./record-step.ts";

/** Most visits do not need it. */
const AccountEvents = lazyPart(() =>
  import("./account-events.tsx").then((part) => part.AccountEvents),
);

interface AccountPanelProps {
  /** Undefined when it could not be read: the record is shown all the same. */
  readonly account: AccountAnswer | undefined;
  /** Steps are mailed to it. */
  readonly hasEmail: boolean;
  /** Nobody signs in with it any more, and no mail is sent. */
  readonly hasDied: boolean;
  readonly goTo: GoTo;
}

/** How somebody gets in, without any secret, and what an officer can do about it. */
export function AccountPanel({ account, hasEmail, hasDied, goTo }: AccountPanelProps) {
  return (
    <section class="panel" aria-labelledby="account-title">
      <h2 id="account-title">{text.title}</h2>
      {account ? (
        <>
          <AccountFacts account={account} />
          <AccountNotes account={account} />
          {!account.locked && !hasDied && (
            <p class="button-row">
              {stepsFor(account, hasEmail).map((step) => (
                <button
                  key={step}
                  class="button button-quiet"
                  type="button"
                  onClick={() => goTo(step)}
                >
                  {step === "betulkan-surel" && !hasEmail ? text.firstEmail : accountSteps[step]}…
                </button>
              ))}
            </p>
          )}
          <History events={account.events} />
        </>
      ) : (
        <p>{text.unavailable}</p>
      )}
    </section>
  );
}

function AccountFacts({ account }: { account: AccountAnswer }) {
  const { state, registeredAt, recoveryCodesLeft, lastLoginAt } = account;
  const instantText = useInstantText();
  const facts: readonly (readonly [string, string | number | undefined])[] = [
    [text.state, text.states[state]],
    [text.registered, registeredAt && instantText(registeredAt)],
    [text.codesLeft, recoveryCodesLeft],
    [text.lastLogin, lastLoginAt ? instantText(lastLoginAt) : text.noLogin],
  ];
  return (
    <dl class="record-facts">
      {facts.map(
        ([term, value]) =>
          value !== undefined && (
            <div key={term}>
              <dt>{term}</dt>
              <dd>{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function History({ events }: Pick<AccountAnswer, "events">) {
  const [wanted, setWanted] = useState(false);
  return (
    <details onToggle={() => setWanted(true)}>
      <summary>{text.history}</summary>
      {wanted && <AccountEvents events={events} />}
    </details>
  );
}

/** What keeps the holder out, or is about to change. */
function AccountNotes({ account }: { account: AccountAnswer }) {
  const { lockedSeconds, isCounted, frozen, emailChange, phoneChange, mfaReset } = account;
  const instantText = useInstantText();
  const isLocked = lockedSeconds > 0;
  return (
    <>
      {frozen && <p class="notice notice-warning">{text.frozen(instantText(frozen.at))}</p>}
      {isLocked && (
        <p class="notice notice-warning">{text.locked(Math.ceil(lockedSeconds / 60))}</p>
      )}
      {!isLocked && isCounted && <p class="hint">{text.counted}</p>}
      {emailChange && <Waiting change={emailChange} words={text.emailChange} />}
      {phoneChange && <Waiting change={phoneChange} words={text.phoneChange} />}
      {mfaReset && (
        <p class="notice notice-info">
          {mfaReset.state === "waits"
            ? text.pending.waits(instantText(mfaReset.effectiveFrom ?? ""))
            : text.pending[mfaReset.state]}
        </p>
      )}
    </>
  );
}

function Waiting({
  change: { to, askedAt, effectiveFrom },
  words,
}: {
  change: NonNullable<AccountAnswer["emailChange"]>;
  words: (to: string, since: string, from: string) => string;
}) {
  const instantText = useInstantText();
  return (
    <p class="notice notice-info">{words(to, instantText(askedAt), instantText(effectiveFrom))}</p>
  );
}

/** What can be done about an account as it is. */
function stepsFor(account: AccountAnswer, hasEmail: boolean): AccountStep[] {
  const { state, isCounted, frozen, emailChange, phoneChange, mfaReset } = account;
  const isReady = state === "ready";
  const offers: readonly (readonly [step: AccountStep, isOffered: unknown])[] = [
    ["reset-autentikator", isReady && (!mfaReset || mfaReset.state === "asked")],
    ["batalkan-reset", mfaReset],
    ["hentikan-surel", emailChange],
    ["hentikan-telepon", phoneChange],
    ["buka-kunci", isCounted],
    ["kirim-aktivasi", state === "not-activated" && hasEmail],
    ["betulkan-surel", !isReady || mfaReset],
    ["ganti-nip", !frozen],
    [frozen ? "cairkan" : "bekukan", true],
  ];
  return offers.flatMap(([step, isOffered]) => (isOffered ? [step] : []));
}
