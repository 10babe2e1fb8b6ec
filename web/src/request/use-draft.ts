import { useEffect, useRef, useState } from "preact/hooks";
import type { OwnRequest } from "#shared/data-change/data-change-answers.ts";
import { begunOf } from "./adopt-draft.ts";
import type { Group } from "./fields-step.tsx";
import { changedIn, type Draft, draftOf, keepDraft, newDraft, saveDraft } from "./request-draft.ts";

/** After the last key, and at least so long after the one before: an hour has room for forty (`perPerson` in shared/request), milliseconds. */
const [calmMs, pauseMs] = [10_000, 90_000];

interface DraftOf {
  readonly slot: string;
  readonly group: Group;
  /** Answered by it: what it says already is where the typing begins. */
  readonly request: OwnRequest | undefined;
}

/**
 * What was typed: on this device at each key, and of a new request at the service too, when the typing pauses and when the page is left.
 * Long: one memory, and all that reads and writes it.
 */
export function useDraft({ slot, group, request }: DraftOf) {
  const [draft, setDraft] = useState<Draft>(
    () => draftOf(slot) ?? { ...newDraft(), ...(request && begunOf(request)) },
  );
  const [saved, setSaved] = useState<"here" | "there">();
  const isDirty = useRef(false);
  const savedAt = useRef(0);
  const change = (part: (before: Draft) => Partial<Draft>) => {
    // Kept first: a file may arrive when the page is left.
    const before = draftOf(slot) ?? draft;
    const typed = { ...before, ...part(before) };
    const isUnsaved = Object.keys(changedIn(typed, group.fields)).length > 0;
    const after = { ...typed, isUnsaved };
    keepDraft(slot, after);
    isDirty.current = true;
    setSaved("here");
    setDraft(after);
  };

  const save = async () => {
    const current = draftOf(slot);
    const changed = current && changedIn(current, group.fields);
    if (request || !isDirty.current || !changed || Object.keys(changed).length === 0) return;
    isDirty.current = false;
    savedAt.current = Date.now();
    try {
      const id = await saveDraft(current, changed);
      const now = draftOf(slot);
      if (now) keepDraft(slot, { ...now, id, isUnsaved: isDirty.current });
      if (!isDirty.current) setSaved("there");
    } catch {
      // It is on this device, and is tried again with the next key.
      isDirty.current = true;
    }
  };

  useEffect(() => {
    if (!isDirty.current) return;
    const delay = Math.max(calmMs, savedAt.current + pauseMs - Date.now());
    const timer = setTimeout(save, delay);
    return () => clearTimeout(timer);
  }, [draft]);
  useEffect(() => {
    const onHidden = () => void (document.hidden && save());
    document.addEventListener("visibilitychange", onHidden);
    return () => {
      document.removeEventListener("visibilitychange", onHidden);
      void save();
    };
  }, []);
  /** Before it is sent: a draft that arrives later would be in its way. */
  const stop = () => {
    isDirty.current = false;
  };
  return { draft, change, saved, stop };
}
