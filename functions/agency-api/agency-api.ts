import type { Approvals } from "#shared/access/approvals.ts";
import type { WritableAgencies } from "#shared/agency/agencies.ts";
import type { Unfitting } from "#shared/agency/change-agency.ts";
import type { StartNames } from "#shared/agency/name-work.ts";
import type { TellAgencyHistory } from "#shared/agency/tell-agency-history.ts";
import type { Bulks } from "#shared/bulk/bulk.ts";
import type { CardContent, Face } from "#shared/card/card-content.ts";
import type { RateLimits } from "#shared/rate-limit/rate-limits.ts";
import type { AskRole } from "#shared/session/require-session.ts";

/** What the routes of agencies, and of how their cards look, work with. */
export interface AgencyApi extends AskRole, StartNames {
  readonly employees: AskRole["employees"] & TellAgencyHistory["employees"];
  readonly history: TellAgencyHistory["history"];
  readonly agencies: WritableAgencies;
  readonly approvals: Pick<Approvals, "add" | "find">;
  readonly limits: Pick<RateLimits, "count">;
  readonly unfitting: Unfitting;
  readonly bulks: Pick<Bulks, "starting" | "find">;
  /** A face as WebP. */
  readonly draw: (content: CardContent, photo: Buffer, face: Face) => Promise<Buffer>;
  /** The photo on every card; it shows no real person. */
  readonly photo: Buffer;
  readonly siteUrl: string;
}
