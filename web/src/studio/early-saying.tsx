import type { ComponentChildren } from "preact";
import { studio as text } from "../messages/studio.ts";
import type { EarlyFinding } from "./early-findings.ts";

interface EarlySayingProps {
  readonly findings: readonly EarlyFinding[];
  /** Leads to another picture. */
  readonly another: ComponentChildren;
}

/** What is to be said of what the frame shows, before anything was done about it. */
export function EarlySaying({ findings, another }: EarlySayingProps) {
  return (
    <>
      <div role="status">
        {findings.map((finding) => (
          <p
            key={finding.code}
            class={`notice ${isWrong(finding) ? "notice-warning" : "notice-info"}`}
          >
            {sayingOf(finding)}
          </p>
        ))}
      </div>
      {findings.some(isWrong) && <p>{another}</p>}
    </>
  );
}

/** Who else is on the picture beside the frame is no fault. */
const isWrong = ({ code }: EarlyFinding) => code !== "others-outside";

function sayingOf(finding: EarlyFinding): string {
  return "width" in finding
    ? text.early[finding.code](`${finding.width} × ${finding.height}`)
    : text.early[finding.code];
}
