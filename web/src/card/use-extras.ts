import { useCallback } from "preact/hooks";
import { NoAnswer } from "../api/client.ts";
import { useLoad } from "../components/use-load.ts";

/**
 * What stands below the card, and the card over the whole screen, after its modules have arrived.
 * @param wanted false until the card itself has arrived, because nothing may slow that down on a weak link
 */
export function useExtras(wanted: unknown) {
  return useLoad(useCallback(() => (wanted ? loadExtras() : never), [wanted]));
}

const never = new Promise<never>(() => {});

async function loadExtras() {
  try {
    return (await import("./extras.ts")).extras;
  } catch (error) {
    throw new NoAnswer("a module did not arrive", { cause: error });
  }
}
