import { officer as text } from "../messages/officer.ts";
import { DifferenceTable } from "./difference-table.tsx";
import type { FieldDifference } from "./employee-change.ts";

/** What others changed while this officer was at it. */
export function ChangedMeanwhile({ found }: { found: readonly FieldDifference[] }) {
  return (
    <div class="notice notice-warning">
      <h3>{text.changedMeanwhile}</h3>
      <p>{text.changedMeanwhileText}</p>
      <DifferenceTable caption={text.changedMeanwhile} differences={found} />
    </div>
  );
}
