import { createHash } from "node:crypto";
import type { CardContent } from "#shared/card/card-content.ts";
import type { CardDocument, FaceImages } from "#shared/card/drawn-card.ts";
import type { IssueCard } from "#shared/card/issue-card.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { base32 } from "#shared/runtime/ids.ts";
import { siteUrl } from "./call-api.ts";
import { CardsInMemory } from "./cards-in-memory.ts";
import { DrawingsInMemory } from "./drawings-in-memory.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { PhotoObjectsInMemory } from "./photo-objects-in-memory.ts";

/** What issuing a card needs, in memory. The photos of these records are confirmed; drawing is written down. */
export class CardWorld implements IssueCard {
  readonly clock = new FakeClock();
  readonly employees: EmployeesInMemory;
  readonly cards = new CardsInMemory();
  readonly drawings = new DrawingsInMemory();
  readonly photos = new PhotoObjectsInMemory(this.clock);
  readonly tokens = { token: async (contentHash: string) => tokenOf(contentHash) };
  readonly checkCodes = {
    code: async ({ serial, contentHash }: { serial: string; contentHash: string }) =>
      checkCodeOf(serial, contentHash),
  };
  readonly drawn: { readonly content: CardContent; readonly photo: string }[] = [];
  readonly siteUrl = siteUrl;
  templateVersion = "t1";
  shortened: IssueCard["shortened"] = () => [];

  constructor(...employees: Employee[]) {
    this.employees = new EmployeesInMemory(...employees);
    for (const { id, photoId } of employees) {
      if (photoId) this.photos.put(`photos/${id}/${photoId}.png`, Buffer.from(photoId));
    }
  }

  readonly draw = async (content: CardContent, photo: Buffer): Promise<readonly FaceImages[]> => {
    this.drawn.push({ content, photo: photo.toString() });
    const png = Buffer.from(content.text.name);
    return [{ face: "front-landscape", png, webp: png }];
  };

  readonly drawDocuments = async ({ text }: CardContent): Promise<readonly CardDocument[]> => [
    { shape: "landscape", sheet: "card", pdf: Buffer.from(text.name) },
  ];
}

/** A stand-in for the other key's. */
export function checkCodeOf(serial: string, contentHash: string): string {
  const digest = createHash("sha256").update(`check key ${serial} ${contentHash}`).digest();
  return base32(digest.subarray(0, 5)).toUpperCase();
}

/** A stand-in for the MAC: the same for the same content. */
export function tokenOf(contentHash: string): string {
  return base32(createHash("sha256").update(`key ${contentHash}`).digest().subarray(0, 16));
}
