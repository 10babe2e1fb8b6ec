import { useLayoutEffect } from "preact/hooks";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { campaignSteps as text } from "../messages/campaign-steps.ts";

/** The form was saved (P-08), and what happens next. */
export function DoneStep() {
  useTitle(text.doneTitle);
  // The form that had the focus is gone.
  useLayoutEffect(() => document.querySelector("h1")?.focus(), []);
  return (
    <div class="narrow panel fills-screen">
      <Heading>{text.doneTitle}</Heading>
      <p class="notice notice-good" role="status">
        {text.done}
      </p>
      <p>{text.doneNext}</p>
    </div>
  );
}
