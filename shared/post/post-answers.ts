/** What officers' pages are told of the posts that decide, and what they ask. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { zones } from "#shared/runtime/zone.ts";
import { postFindingCodes } from "./check-posts.ts";
import { deciderFindings } from "./deciders-for.ts";
import { postId, standInForms } from "./post.ts";

const namedPost = z.strictObject({ id: postId, title: z.string() });

/** Without a name: who works in another agency now. */
const namedPerson = z.strictObject({
  id: employeeId,
  name: z.string().exactOptional(),
  /** Works in the agency no more, and so acts in nothing of it. */
  hasLeft: z.literal(true).exactOptional(),
});
export type NamedPerson = z.infer<typeof namedPerson>;

export const postAnswer = namedPost.extend({
  holder: namedPerson.exactOptional(),
  /** Who acts in it today; a holder without a form. */
  acting: namedPerson.extend({ form: z.enum(standInForms).exactOptional() }).exactOptional(),
  standIns: z
    .array(
      z.strictObject({
        person: namedPerson,
        form: z.enum(standInForms),
        from: z.string(),
        until: z.string().exactOptional(),
      }),
    )
    .readonly(),
  above: namedPost.exactOptional(),
  revision: z.int(),
  /** It names the reader, who therefore does not change it. */
  isOwn: z.literal(true).exactOptional(),
});
export type PostAnswer = z.infer<typeof postAnswer>;

export const postListQuery = z.strictObject({ cursor: z.string().max(1400).exactOptional() });

/** A page of an agency's posts, by their titles. */
export const postListAnswer = z.strictObject({
  items: z.array(postAnswer).readonly(),
  cursor: z.string().exactOptional(),
  /** Whose clock the days of stand-ins are read by. */
  zone: z.enum(zones),
  readOnly: z.literal(true).exactOptional(),
});
export type PostListAnswer = z.infer<typeof postListAnswer>;

/** What is wrong with them, at most a hundred findings. */
export const postCheckAnswer = z.strictObject({
  posts: z.int(),
  findings: z.array(z.strictObject({ code: z.enum(postFindingCodes), post: namedPost })).readonly(),
  /** For whom nobody decides; the name of a unit or a person, none of everybody. */
  gaps: z
    .array(
      z.strictObject({
        of: z.enum(["superior", "authority"]),
        finding: z.enum(deciderFindings),
        name: z.string().exactOptional(),
      }),
    )
    .readonly(),
  isCut: z.boolean(),
});
export type PostCheckAnswer = z.infer<typeof postCheckAnswer>;

const title = z.string().max(200);
const reason = z.string().max(longestReason);
const details = z.strictObject({
  title,
  holder: employeeId.exactOptional(),
  above: title.exactOptional(),
});
const revision = z.int();

export const newPostRequest = z.strictObject({ details, reason });
export const postChangeRequest = z.strictObject({ revision, details, reason });
const standIn = { revision, person: employeeId, from: z.string().max(10), reason };
export const standInRequest = z.strictObject({
  ...standIn,
  until: z.string().max(10).exactOptional(),
});
export const standInEndRequest = z.strictObject(standIn);
