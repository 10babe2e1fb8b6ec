import { useEffect, useState } from "preact/hooks";
import { call } from "../api/client.ts";
import { FailureNotice } from "../components/failure-notice.tsx";
import { Heading } from "../components/heading.tsx";
import { useLoad } from "../components/use-load.ts";
import { useTitle } from "../components/use-title.ts";
import { lazyPart } from "../lazy-page.ts";
import { campaignForm as text } from "../messages/campaign-form.ts";
import { common } from "../messages/common.ts";
import { useSignedIn } from "../session/use-signed-in.ts";
import { tabMemory } from "../storage.ts";
import { type FormDraft, type Step, steps } from "./form-draft.ts";

/** Together with what runs: without a campaign there is nothing to fill in. */
const NipStep = lazyPart(() => import("./nip-step.tsx").then((part) => part.NipStep));
const LaterStep = lazyPart(() => import("./later-step.tsx").then((part) => part.LaterStep));

const formKey = "kartu-campaign-form";
const readCampaigns = () => call("GET /api/session/campaigns");

type Own = Omit<FormDraft, "campaign">;
const nothing: Own = { nip: "", email: "", phone: "" };

/**
 * The form of a campaign (P-05 to P-08), for people who do not sign in: Instansi and NIP, address and telephone, a look at both, the code from the
 * mail. Only the name of the sent form outlives the tab's pause while the mail is read. Long: markup, in the order of the page.
 */
export function FormPage() {
  useTitle(text.title);
  const { data, failure, reload } = useLoad(readCampaigns);
  const [step, setStep] = useState<Step>("nip");
  const [draft, setDraft] = useState<FormDraft>();
  const [form, setForm] = useState<`frm_${string}`>();
  // Nothing moves when the form comes in the place of these words.
  const [isHere, setHere] = useState(false);
  const own = useOwn();
  useEffect(() => {
    void NipStep.preload().then(() => setHere(true));
    const kept = tabMemory.read(formKey);
    if (!isForm(kept)) return;
    setForm(kept);
    setStep("code");
  }, []);
  const go = (next: Step) => {
    if (next !== "code") tabMemory.forget(formKey);
    setStep(steps.find((known) => known === next) ?? "nip");
  };
  if (step !== "nip")
    return (
      <LaterStep
        {...{ step, draft, form, go }}
        onTyped={(typed) => {
          if (draft) setDraft({ ...draft, ...typed });
          go("review");
        }}
        onSent={(sent) => {
          tabMemory.write(formKey, sent);
          setForm(sent);
          go("code");
        }}
      />
    );
  if (isHere && data && data.items.length > 0)
    return (
      <NipStep
        key={own.nip}
        campaigns={data.items}
        typed={draft}
        ownNip={own.nip}
        takesFocus={document.activeElement?.localName === "h1"}
        onDone={(typed) => {
          const before = draft ?? (typed.nip === own.nip ? own : nothing);
          setDraft({ email: before.email, phone: before.phone, ...typed });
          go("contact");
        }}
      />
    );
  return (
    <div class="narrow panel fills-screen">
      <Heading>{text.title}</Heading>
      {failure && <FailureNotice failure={failure} retry={reload} />}
      {!failure && <p role="status">{data?.items.length === 0 ? text.none : common.loading}</p>}
    </div>
  );
}

/** Of whoever is signed in what the record says; empty for all others. */
function useOwn(): Own {
  const signedIn = useSignedIn();
  const [own, setOwn] = useState(nothing);
  useEffect(() => {
    if (!signedIn) return;
    // Without it the form is empty, as for everybody else.
    import("./own-contact.ts").then((part) => part.ownContact()).then(setOwn, () => {});
  }, [signedIn]);
  return own;
}

function isForm(kept: string | undefined): kept is `frm_${string}` {
  return kept?.startsWith("frm_") === true;
}
