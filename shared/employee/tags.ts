/**
 * Which tags a person has. Each tag has lines of its own in the index by name (name-lines.ts), so that a rare one costs no more than one
 * that nearly everybody has.
 */
import { cardStatus, type Employee } from "./employee.ts";
import { failedBy } from "./quality.ts";
import { endsSoonDays, type Tag, tags } from "./tag-names.ts";

/** Tags whose lines stand for each word of the name too, so that a word among many people with the tag is as cheap as among few. */
export const tagsByWord: ReadonlySet<Tag> = new Set<Tag>(["no-photo"]);

/**
 * The tags of a person on a day. Who has left has none: nobody has to do anything about it.
 * @param today "YYYY-MM-DD", of the record (`dayOf`)
 */
export function tagsOf(employee: Employee, today: string): Tag[] {
  if (cardStatus(employee, new Date(today)) === "ended") return [];
  const { photoId, contractEnd } = employee;
  const held = new Set<Tag>(failedBy(employee, today));
  if (photoId === undefined) held.add("no-photo");
  // An ended contract has ended the card.
  if (contractEnd !== undefined && contractEnd <= lastSoonDay(today)) held.add("ends-soon");
  return tags.filter((tag) => held.has(tag));
}

/** The last day of which a contract's end is still soon. @param ahead days by which a zone may be ahead of `today` */
export function lastSoonDay(today: string, ahead = 0): string {
  const days = endsSoonDays + ahead;
  return new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
}
