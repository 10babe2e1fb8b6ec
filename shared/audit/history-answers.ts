/** Parts of the answers about what was changed, by whom. */
import * as z from "zod";
import { actorRoles } from "./audit-entry.ts";

/** What a change made of fields. */
export const toldChanges = z
  .array(
    z.strictObject({
      field: z.string(),
      from: z.string().exactOptional(),
      to: z.string().exactOptional(),
    }),
  )
  .readonly();

export const toldActor = z.strictObject({
  role: z.enum(actorRoles),
  /** With degrees; only of whom the reader may know. */
  name: z.string().exactOptional(),
});
export type ToldActor = z.infer<typeof toldActor>;
