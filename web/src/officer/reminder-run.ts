import { href } from "../language.ts";

/** Where a run of reminders tells how far it is, also after a reload. */
export const addressOfRun = (bulkId: string): string =>
  href(`/petugas?bagian=massal&untuk=ingatkan&id=${bulkId}`);
