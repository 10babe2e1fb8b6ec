import { posts as text } from "../messages/posts.ts";

/** Refusals in the words of this page. */
export const postFailures = { ...text.failures, "own-record": text.ownPost };
