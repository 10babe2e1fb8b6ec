import { imports as text } from "../messages/imports.ts";
import { useInstantText } from "../session/instant.tsx";
import type { ImportAnswer } from "./answers.ts";

/** Who brought the file, and when. */
export function BroughtBy({ asker, at }: Pick<ImportAnswer, "asker" | "at">) {
  const time = useInstantText()(at);
  return (
    <p class="hint" translate={false}>
      {asker === "" ? text.broughtByOperator(time) : text.broughtBy(asker, time)}
    </p>
  );
}
