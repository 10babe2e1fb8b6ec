/** What officers' pages are told of whom posts decide for, and what they ask. */
import * as z from "zod";
import { longestReason } from "#shared/access/reason.ts";
import { employeeId } from "#shared/employee/employee.ts";
import { mostGrants, ruleTarget } from "./decider-rule.ts";
import { deciderFindings } from "./deciders-for.ts";
import { delegableLeave, leaveKinds, leavePlaces } from "./leave-kinds.ts";
import { postId, standInForms } from "./post.ts";

const namedPost = z.strictObject({ id: postId, title: z.string() });
const kinds = z.array(z.enum(delegableLeave));

export const ruleAnswer = z.strictObject({
  target: ruleTarget,
  /** Of the unit or person; absent of the agency, and of what is not there any more. */
  name: z.string().exactOptional(),
  superior: namedPost.exactOptional(),
  grants: z
    .array(
      z.strictObject({
        kinds: kinds.readonly().exactOptional(),
        place: z.enum(leavePlaces),
        post: namedPost,
      }),
    )
    .readonly(),
  ppk: namedPost.exactOptional(),
  revision: z.int(),
});
export type RuleAnswer = z.infer<typeof ruleAnswer>;

export const ruleListAnswer = z.strictObject({
  items: z.array(ruleAnswer).readonly(),
  readOnly: z.literal(true).exactOptional(),
});

const title = z.string().max(200);

export const ruleRequest = z.strictObject({
  /** A unit that has no rule yet is named as it is typed, in any spelling. */
  target: z.union([ruleTarget, z.strictObject({ unit: title })]),
  /** As it was seen; 0 of none. */
  revision: z.int().min(0),
  details: z.strictObject({
    superior: title,
    ppk: title,
    grants: z
      .array(
        z.strictObject({
          kinds: kinds.min(1).readonly().exactOptional(),
          place: z.enum(leavePlaces),
          post: title,
        }),
      )
      .max(mostGrants)
      .readonly(),
  }),
  reason: z.string().max(longestReason),
});
export type RuleRequest = z.input<typeof ruleRequest>;

export const decidersQuery = z.strictObject({
  person: employeeId,
  leave: z.enum(leaveKinds),
  place: z.enum(leavePlaces),
});

const decider = z.union([
  z.strictObject({
    post: namedPost,
    name: z.string(),
    form: z.enum(standInForms).exactOptional(),
  }),
  z.strictObject({ finding: z.enum(deciderFindings) }),
]);
export type ToldDecider = z.infer<typeof decider>;

export const decidersAnswer = z.strictObject({ superior: decider, authority: decider });
export type DecidersAnswer = z.infer<typeof decidersAnswer>;
