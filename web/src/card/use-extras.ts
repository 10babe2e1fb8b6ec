import { useCallback } from "preact/hooks";
import { NoAnswer } from "../api/client.ts";
import { useLoad } from "../components/use-load.ts";

/**
 * What stands below the card, once its modules are there.
 * @param wanted false as long as the card itself is on its way: on a weak link nothing may slow that down
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
