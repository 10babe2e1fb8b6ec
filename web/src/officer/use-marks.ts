import { useEffect, useState } from "preact/hooks";
import { keepMarks, readMarks } from "./marks.ts";

export interface Marks {
  readonly marks: readonly string[];
  readonly setMarks: (ids: readonly string[]) => void;
}

/**
 * Who is marked for one change; who has marked somebody before sees it again.
 * @param isThere the first answer has come, which tells whose page it is
 */
export function useMarks(isThere: boolean) {
  const [marks, keep] = useState<readonly string[]>([]);
  const [marking, setMarking] = useState(false);
  const setMarks = (ids: readonly string[]) => keep(keepMarks(ids));
  useEffect(() => {
    const kept = isThere ? readMarks() : [];
    keep(kept);
    if (kept.length > 0) setMarking(true);
  }, [isThere]);
  return { marks, setMarks, marking, turn: () => setMarking(!marking) };
}
