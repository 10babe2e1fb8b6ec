import { useRef } from "preact/hooks";
import { language } from "../language.ts";
import { studio as text } from "../messages/studio.ts";
import { useLostFocus } from "../photo/use-lost-focus.ts";
import type { StudioWork } from "./use-studio.ts";
import { bytesOf, type ToolState } from "./use-tools.ts";
import type { ToolName } from "./worker-messages.ts";

interface ToolOfferProps {
  readonly tool: ToolName;
  readonly work: StudioWork;
}

/** A tool that is loaded only for who asks for it: its size, how much of it has come, and what goes without it. */
export function ToolOffer({ tool, work: { tools } }: ToolOfferProps) {
  const state = tools.states[tool];
  const box = useRef<HTMLDivElement>(null);
  useLostFocus(box, state.step === "ready");
  const words = text.tools[tool];
  const isLoading = state.step === "loading";
  return (
    <div class="field" ref={box} tabIndex={-1}>
      <div role="status">
        <p class={state.step === "failed" ? "notice notice-warning" : "hint"}>
          {sayingOf(tool, state)}
        </p>
        {isLoading && <progress max={bytesOf(tool)} value={state.bytes} aria-label={words.title} />}
      </div>
      {state.step !== "ready" && (
        <button
          class="button button-quiet"
          type="button"
          onClick={() => (isLoading ? tools.stop(tool) : void tools.load(tool))}
        >
          {isLoading ? text.stopLoading : words.load(sizeOf(bytesOf(tool)))}
        </button>
      )}
    </div>
  );
}

function sayingOf(tool: ToolName, state: ToolState): string {
  const words = text.tools[tool];
  switch (state.step) {
    case "absent":
      return words.offer;
    case "loading":
      return text.loadingTool(sizeOf(bytesOf(tool)));
    case "ready":
      return words.ready;
    case "failed":
      return `${text.toolProblems[state.problem]} ${words.without}`;
  }
}

const figure = new Intl.NumberFormat(language === "en" ? "en-GB" : "id-ID", {
  maximumFractionDigits: 1,
});

/** Rounded to what somebody wants to know before a download. */
function sizeOf(bytes: number): string {
  return bytes < 1e6 ? `${Math.round(bytes / 1e4) * 10} KB` : `${figure.format(bytes / 1e6)} MB`;
}
