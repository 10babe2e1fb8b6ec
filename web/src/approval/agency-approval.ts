/** What people of an agency decide, read from the route that lists it. */
import type { ComponentChildren } from "preact";
import type { AnswerOf } from "../api/api-routes.ts";

export type AgencyApproval = AnswerOf<"GET /api/accounts/approvals">["waiting"][number];
/** What an approval of one kind changes. */
export type ChangeOf<Kind extends AgencyApproval["change"]["kind"]> = Extract<
  AgencyApproval["change"],
  { readonly kind: Kind }
>;

/** What the page says of one change. */
export interface ChangeView {
  /** Of what is no person, or of somebody who has no record yet: how it is called. */
  readonly subject?: string;
  /** Asked before it is approved. */
  readonly question: (subject: string) => string;
  /** What comes of the approval. */
  readonly effect: string;
  /** Old and new. */
  readonly facts: ComponentChildren;
}
