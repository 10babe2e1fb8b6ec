/**
 * What was begun in a form. It survives the end of a session, a reload and a wrong click, in this tab and for who began it. It
 * is deleted when it is sent or dropped, when the tab is closed, and at the logout.
 */
import { page } from "./api/client.ts";
import { tabMemory } from "./storage.ts";

interface Kept<Draft> {
  readonly draft: Draft;
  readonly by: string;
  /** When it was typed last, ms since the epoch. */
  readonly at: number;
}

/** The longest session, so that nobody finds a draft of yesterday. */
const longestMs = 12 * 60 * 60_000;

export function tabDraft<Draft>(key: string) {
  return {
    keep(draft: Draft): void {
      const kept: Kept<Draft> = { draft, by: reader(), at: Date.now() };
      tabMemory.write(key, JSON.stringify(kept));
    },
    /** @returns what this reader began */
    read(): Draft | undefined {
      const text = tabMemory.read(key);
      const kept: Kept<Draft> | undefined = text ? JSON.parse(text) : undefined;
      const isOurs = kept?.by === reader() && Date.now() - (kept?.at ?? 0) < longestMs;
      return isOurs ? kept?.draft : undefined;
    },
    forget: (): void => tabMemory.forget(key),
  };
}

/** Whom this page is for. It is known when the first answer has come. */
const reader = (): string => page.person ?? "";
