import type { Pictures } from "#shared/photo/photo-digest.ts";
import type { PhotoReport } from "#shared/photo/photo-report.ts";
import { validatePhoto } from "#shared/photo/validate-photo.ts";
import { portraitPng } from "./portrait.ts";

/** The portrait of a demo person as the judge passes it on, with all that officers read of it. @throws when it is refused */
export async function judgedPortrait(
  portrait: number,
): Promise<{ readonly report: PhotoReport; readonly pictures: Pictures }> {
  const { report, pictures } = await validatePhoto(await portraitPng(portrait));
  if (!pictures) throw new Error(`The judge refuses portrait ${portrait}.`);
  return { report, pictures };
}
