import type { ExportAnswer } from "#shared/export/export-answers.ts";
import { call } from "../api/member-client.ts";
import { exportTexts as text } from "../messages/export.ts";
import { AskSection } from "./ask-section.tsx";

interface AskForLargeProps {
  readonly large: ExportAnswer;
  readonly leave: () => void;
  readonly onAsked: () => void;
}

/** An officer asks a second person for an export that is too large for one. */
export function AskForLarge({ large: { exportId, total = 0 }, leave, onAsked }: AskForLargeProps) {
  return (
    <AskSection
      id="ask-export"
      words={{ ...text.asking, hint: `${text.large(total)} ${text.asking.hint}` }}
      names={[]}
      check={() => []}
      ask={(_, body) =>
        call("POST /api/officer/exports/{id}/ask", { params: { id: exportId }, body })
      }
      leave={leave}
      onAsked={onAsked}
    />
  );
}
