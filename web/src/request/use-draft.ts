import { useEffect, useRef, useState } from "preact/hooks";
import type { OwnRequest } from "#shared/request-kinds/request-kind-answers.ts";
import type { FormPart, Typed } from "./form-part.ts";
import {
  type Draft,
  draftOf,
  isGone,
  keepDraft,
  namedFiles,
  newDraft,
  renewed,
  saveDraft,
} from "./request-draft.ts";

/** After the last key, and at least so long after the one before: an hour has room for forty (`perPerson` in shared/request), milliseconds. */
const [calmMs, pauseMs] = [10_000, 90_000];

interface DraftOf {
  readonly slot: string;
  readonly part: FormPart;
  /** Answered by it: what it says already is where the typing begins. */
  readonly request: OwnRequest | undefined;
  readonly typedBefore: Typed | undefined;
}

/**
 * What was typed: on this device at each key, and of a new request at the service too, when the typing pauses and when the page is left.
 * Long: one memory, and all that reads and writes it.
 */
export function useDraft({ slot, part, request, typedBefore }: DraftOf) {
  const [draft, setDraft] = useState<Draft>(
    () =>
      draftOf(slot) ?? {
        ...newDraft(),
        ...typedBefore,
        ...(request && { files: namedFiles(request) }),
      },
  );
  const [saved, setSaved] = useState<"here" | "there">();
  const isDirty = useRef(false);
  const savedAt = useRef(0);
  const write = (typing: (before: Draft) => Draft) => {
    // Kept first: a file may arrive when the page is left.
    const typed = typing(draftOf(slot) ?? draft);
    const isUnsaved = part.askedOf(typed) !== undefined;
    const after = { ...typed, isUnsaved };
    keepDraft(slot, after);
    isDirty.current = true;
    setSaved("here");
    setDraft(after);
  };
  const change = (typing: (before: Draft) => Partial<Draft>) =>
    write((before) => ({ ...before, ...typing(before) }));

  const save = async () => {
    const current = draftOf(slot);
    const asked = current && part.askedOf(current);
    if (request || !isDirty.current || !asked || current.isElsewhere) return;
    isDirty.current = false;
    savedAt.current = Date.now();
    try {
      const id = await saveDraft(current, asked);
      const now = draftOf(slot);
      if (now?.key !== current.key) return;
      keepDraft(slot, { ...now, id, isUnsaved: isDirty.current });
      if (!isDirty.current) setSaved("there");
    } catch (error) {
      // It is on this device, and is tried again with the next key.
      isDirty.current = true;
      if (isGone(error)) lose(current.key);
    }
  };
  const lose = (key = draft.key) => {
    const now = draftOf(slot) ?? draft;
    if (now.key !== key) return;
    const lost = { ...now, isElsewhere: true } as const;
    keepDraft(slot, lost);
    setDraft(lost);
  };
  /** Goes on with what was typed here as a request of its own. */
  const renew = () => write(renewed);

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
  return { draft, change, saved, stop, lose, renew };
}
