import type { Employees } from "#shared/employee/employees.ts";
import type { AcceptedPhoto } from "#shared/photo/photo-digest.ts";
import type { PhotoFiles } from "#shared/photo/photo-files.ts";
import type { CardContent, Face } from "./card-content.ts";
import { contentOf } from "./card-content.ts";
import { qrText, specimenToken } from "./card-token.ts";
import type { Looks } from "./design/look.ts";

/** Both fronts (K-12): the backs do not show the photo. */
export const previewFaces = [
  "front-landscape",
  "front-portrait",
] as const satisfies readonly Face[];

export interface PreviewCard {
  readonly employees: Pick<Employees, "find">;
  readonly bucket: Pick<PhotoFiles, "putPreview">;
  readonly draw: (
    content: CardContent,
    photo: Buffer,
    faces: readonly Face[],
  ) => readonly { readonly face: Face; readonly png: Buffer }[];
  readonly looks: Looks;
  readonly siteUrl: string;
}

/** Draws and stores the card with this photo. The preview has no serial number, and its QR says that it is no card. */
export async function previewCard(
  { employees, bucket, draw, looks, siteUrl }: PreviewCard,
  photo: AcceptedPhoto,
  png: Buffer,
): Promise<void> {
  const employee = await employees.find(photo.employeeId);
  if (!employee) return;
  const content = contentOf(
    { ...employee, photoId: photo.photoId },
    {
      look: await looks.of(employee.instansiId),
      qr: qrText(siteUrl, specimenToken),
      siteUrl,
    },
  );
  for (const drawn of draw(content, png, previewFaces))
    await bucket.putPreview(photo, drawn.face, drawn.png);
}
