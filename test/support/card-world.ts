import { createHash } from "node:crypto";
import type { CardContent } from "#shared/card/card-content.ts";
import { type CardFile, fileName, isShared } from "#shared/card/card-file.ts";
import type { Looks } from "#shared/card/design/look.ts";
import type { DrawFile } from "#shared/card/draw-file.ts";
import type { PayloadSigner } from "#shared/card/sign-card.ts";
import { TokenSeals } from "#shared/card/token-seals.ts";
import type { Employee } from "#shared/employee/employee.ts";
import { base32 } from "#shared/runtime/ids.ts";
import { siteUrl } from "./call-api.ts";
import { CardsInMemory } from "./cards-in-memory.ts";
import { DrawingsInMemory } from "./drawings-in-memory.ts";
import { EmployeesInMemory } from "./employees-in-memory.ts";
import { FakeClock } from "./fake-clock.ts";
import { PhotoObjectsInMemory } from "./photo-objects-in-memory.ts";
import { RolesInMemory } from "./roles-in-memory.ts";
import { RevokedKeysInMemory, SignaturesInMemory } from "./signatures-in-memory.ts";

/** What issuing a card needs, in memory. The photos of these records are confirmed; drawing is written down. */
export class CardWorld implements DrawFile {
  readonly clock = new FakeClock();
  readonly employees: EmployeesInMemory;
  readonly changes: EmployeesInMemory["changes"];
  readonly cards = new CardsInMemory();
  readonly signatures = new SignaturesInMemory();
  /** Cards are not signed, unless a test gives a signer. */
  signer: PayloadSigner | undefined;
  readonly revokedKeys = new RevokedKeysInMemory();
  readonly drawings = new DrawingsInMemory();
  readonly photos = new PhotoObjectsInMemory(this.clock);
  readonly tokens = { token: async (contentHash: string) => tokenOf(contentHash) };
  readonly tokenSeals = new TokenSeals(async () => Buffer.alloc(32, 7), this.clock);
  readonly checkCodes = {
    code: async ({ serial, contentHash }: { serial: string; contentHash: string }) =>
      checkCodeOf(serial, contentHash),
  };
  /** Nobody has one, unless a test gives it. */
  readonly roles = new RolesInMemory();
  /** What was drawn of cards, in order; backs, which all cards share, are left out. */
  readonly drawn: {
    readonly content: CardContent;
    readonly photo: string;
    readonly file: string;
  }[] = [];
  readonly siteUrl = siteUrl;
  /** Of everybody's look. */
  templateVersion = "t1";
  readonly looks: Looks = { of: async () => ({ version: this.templateVersion, texts: {} }) };
  shortened: DrawFile["shortened"] = () => [];

  constructor(...employees: Employee[]) {
    this.employees = new EmployeesInMemory(...employees);
    this.changes = this.employees.changes;
    for (const { id, photoId } of employees) {
      if (photoId) this.photos.put(`photos/${id}/${photoId}.png`, Buffer.from(photoId));
    }
  }

  readonly draw = async (content: CardContent, photo: Buffer, file: CardFile): Promise<Buffer> => {
    if (isShared(file)) return Buffer.from(`back of ${content.text.instansi}`);
    this.drawn.push({ content, photo: photo.toString(), file: fileName(file) });
    return Buffer.from(`${fileName(file)} of ${content.text.name}`);
  };
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
