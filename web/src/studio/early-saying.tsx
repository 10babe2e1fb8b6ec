import type { ComponentChildren } from "preact";
import { studio as text } from "../messages/studio.ts";
import type { EarlyFinding } from "./early-findings.ts";

interface EarlySayingProps {
  readonly findings: readonly EarlyFinding[];
  /** Leads to another picture. */
  readonly another: ComponentChildren;
}

/** What is wrong with what the frame shows, before anything was done about it. */
export function EarlySaying({ findings, another }: EarlySayingProps) {
  return (
    <>
      <div role="status">
        {findings.map((finding) => (
          <p key={finding.code} class="notice notice-warning">
            {sayingOf(finding)}
          </p>
        ))}
      </div>
      {findings.length > 0 && <p>{another}</p>}
    </>
  );
}

function sayingOf(finding: EarlyFinding): string {
  return "width" in finding
    ? text.early[finding.code](`${finding.width} × ${finding.height}`)
    : text.early[finding.code];
}
