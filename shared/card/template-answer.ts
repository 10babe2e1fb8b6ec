import * as z from "zod";

/** What an operator can look at of a template. */
export const templateAnswer = z.strictObject({
  templateVersion: z.string(),
  /** All agencies, by id. */
  agencies: z.array(z.strictObject({ instansiId: z.string(), name: z.string() })).readonly(),
  /** Ids of the extreme cards; they key the titles. */
  cards: z.array(z.string()).readonly(),
});
export type TemplateAnswer = z.infer<typeof templateAnswer>;
