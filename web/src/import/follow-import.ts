/** How an import is followed: until nothing more happens to it by itself. */
import { call } from "../api/member-client.ts";
import type { Followed } from "../officer/follow.ts";
import type { ImportAnswer } from "./answers.ts";

/** @param read asks for the import as it is; the page's own asks the API */
export function importFollowed(
  id: string,
  read: () => Promise<ImportAnswer> = () =>
    call("GET /api/officer/imports/{id}", { params: { id } }),
): Followed<ImportAnswer> {
  return { read, isDone: (found) => !isMoving(found), pauseMs };
}

/** Whether the next thing comes without the reader: the file, its judgement, a second person's decision, the people, the file back. */
function isMoving({ state, marked }: ImportAnswer): boolean {
  return marked === "making" || ["uploading", "judging", "waiting", "applying"].includes(state);
}

const firstLooks = 15;

/** A file is judged within seconds; a person decides within minutes. */
function pauseMs({ state }: ImportAnswer, look: number): number {
  if (state === "waiting") return 5000;
  return look < firstLooks ? 1000 : 3000;
}
