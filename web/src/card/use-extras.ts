import { useCallback } from "preact/hooks";
import { NoAnswer } from "../api/client.ts";
import { useLoad } from "../components/use-load.ts";

/**
 * What stands below the card, after its modules have arrived.
 * @param wanted false until the card itself has arrived, because nothing may slow that down on a weak link
 */
export function useExtras(wanted: boolean) {
  return useLoad(useCallback(() => (wanted ? loadExtras() : never), [wanted]));
}

const never = new Promise<never>(() => {});

async function loadExtras() {
  try {
    const [{ CardMenu }, { CardWords }] = await Promise.all([
      import("./card-menu.tsx"),
      import("./card-words.tsx"),
    ]);
    return { CardMenu, CardWords };
  } catch (error) {
    throw new NoAnswer("a module did not arrive", { cause: error });
  }
}
