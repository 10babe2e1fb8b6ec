import { useEffect, useState } from "preact/hooks";
import { useLocation } from "preact-iso";
import { href } from "../language.ts";
import { lazyPart } from "../lazy-page.ts";
import { CheckStep } from "../reset/check-step.tsx";
import { tabMemory } from "../storage.ts";

/** What comes later is fetched while the first step is filled in. */
const LaterStep = lazyPart(() => import("../reset/later-step.tsx").then((part) => part.LaterStep));

const stepKey = "kartu-reset-step";
const steps = ["check", "email", "password", "done"] as const;
type Step = (typeof steps)[number];

/**
 * A reset; the first one activates the account (D-04 to D-09): NIP and captcha, e-mail, code and new password.
 * The step survives the phone dropping this tab while the code is read in the mail app; the server's cookie
 * holds whose step it is, so no data is kept here.
 * Long: markup, in the order of the page.
 */
export function ResetPage() {
  const { route } = useLocation();
  const [step, setStep] = useState<Step>("check");
  const [nip, setNip] = useState("");
  const [email, setEmail] = useState("");

  useEffect(() => {
    const kept = tabMemory.read(stepKey);
    setStep(steps.find((known) => known === kept) ?? "check");
  }, []);
  useEffect(() => {
    // Not with the first view: once somebody begins to fill the first step.
    const preload = () => void LaterStep.preload();
    addEventListener("focusin", preload, { once: true });
    return () => removeEventListener("focusin", preload);
  }, []);
  const go = (next: Step) => {
    if (next === "check" || next === "done") tabMemory.forget(stepKey);
    else tabMemory.write(stepKey, next);
    setStep(next);
  };

  if (step === "check")
    return (
      <CheckStep
        typed={nip}
        onDone={(checked) => {
          setNip(checked);
          go("email");
        }}
      />
    );
  return (
    <LaterStep
      step={step}
      nip={nip}
      email={email}
      onEmail={(address) => {
        setEmail(address);
        go("password");
      }}
      onPassword={(next) => {
        go("done");
        if (next === "enrolment") route(href("/masuk/mfa"));
      }}
      onBack={() => go(step === "password" ? "email" : "check")}
      onRestart={() => go("check")}
    />
  );
}
