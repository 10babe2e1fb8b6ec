import type { Listed, ListedQuery } from "#shared/employee/employees.ts";

/** Whose last photo was refused. Photos are kept above accounts, so the lists know only this of them. */
export interface RefusedPhotos {
  /** By the agency that they worked in when they asked for the upload, longest first; the newest can be missing for a moment. */
  refused(instansiId: string, query: ListedQuery): Promise<readonly Listed[]>;
}
