import { element } from "./element.ts";

/** What a card says, item by item. @param facts nothing of a value is to be translated: it is a name, a number or a day */
export function factList(
  facts: readonly (readonly [term: string, value: string])[],
): HTMLDListElement {
  const rows = facts.flatMap(([term, value]) => [
    element("dt", {}, term),
    element("dd", { translate: "no" }, value),
  ]);
  return element("dl", {}, ...rows);
}
