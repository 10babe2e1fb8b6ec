/** The chapters of the guide (K-40), in their order. Another service gets its chapter here and in `messages/{id,en}/guide-services.ts`. Runs at build time only. */
import { keysOf } from "#shared/runtime/keyed.ts";
import type { Language } from "../addresses.ts";
import { en } from "../messages/en/guide.ts";
import { en as accessEn } from "../messages/en/guide-access.ts";
import { en as cardEn } from "../messages/en/guide-card.ts";
import { en as officeEn } from "../messages/en/guide-office.ts";
import { en as servicesEn } from "../messages/en/guide-services.ts";
import { id } from "../messages/id/guide.ts";
import { id as access } from "../messages/id/guide-access.ts";
import { id as card } from "../messages/id/guide-card.ts";
import { id as office } from "../messages/id/guide-office.ts";
import { id as services } from "../messages/id/guide-services.ts";

const texts = {
  id: { ...access, ...card, ...services, ...office },
  en: { ...accessEn, ...cardEn, ...servicesEn, ...officeEn },
};

type Texts = (typeof texts)["id"];

/** It is the last part of the chapter's address. */
type ChapterName = keyof Texts;

/** A part of a chapter: what is said, then what is to be done, one after the other, or what there is. */
export interface GuideSection {
  readonly title: string;
  readonly text?: readonly string[];
  readonly steps?: readonly string[];
  readonly points?: readonly string[];
  /** What a picture shows, for who does not see it; `npm run gambar` takes it. */
  readonly picture?: string;
}

/** A section of a chapter that has a picture: the name of its file. */
export type PictureName = {
  [Name in ChapterName]: PicturedIn<Name, Texts[Name]["sections"]>;
}[ChapterName];

type PicturedIn<Name extends string, Sections> = {
  [Section in keyof Sections & string]: Sections[Section] extends { picture: string }
    ? `${Name}-${Section}`
    : never;
}[keyof Sections & string];

export interface GuideChapter {
  readonly name: ChapterName;
  readonly title: string;
  readonly lead: string;
  /** By the element that an address may name. */
  readonly sections: Readonly<Record<string, GuideSection>>;
}

/** In the order of the guide: all of them, which the type sees to. */
const order = keysOf<ChapterName>({
  tujuan: 1,
  aktivasi: 2,
  masuk: 3,
  pemulihan: 4,
  membuat: 5,
  unduh: 6,
  pindai: 7,
  akun: 8,
  pengajuan: 9,
  cuti: 10,
  surat: 11,
  presensi: 12,
  pelatihan: 13,
  kalender: 14,
  petugas: 15,
  operator: 16,
} satisfies Record<ChapterName, number>);

export const guideFrame = { id, en };

export function chaptersIn(language: Language): readonly GuideChapter[] {
  return order.map((name) => ({ name, ...texts[language][name] }));
}

/** A chapter, or one part of it. */
export type GuidePlace =
  | ChapterName
  | {
      [Name in ChapterName]: `${Name}#${Extract<keyof Texts[Name]["sections"], string>}`;
    }[ChapterName];
