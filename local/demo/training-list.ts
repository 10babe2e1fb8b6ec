/** What the demo's first agency offers and offered: each state of a training. All invented. */
import type { OfferDetails } from "#shared/training/training-offer.ts";

/** What somebody does, or an officer about somebody; the place of the person in the list of those who joined. */
type Act = "consent" | "refuse" | "accept" | "decline" | "cancel";
export interface Done {
  readonly who: number;
  readonly act: Act;
  /** So many days ago. */
  readonly ago: number;
}

export interface DemoTraining {
  readonly programme: Partial<OfferDetails["programme"]> &
    Pick<OfferDetails["programme"], "code" | "name">;
  /** Its first day, from today on. */
  readonly begins: number;
  readonly quota: number;
  /** It was offered so many days ago, and so many people joined then. */
  readonly offered: number;
  readonly joined: number;
  readonly done: readonly Done[];
  /** Of each of those whose seats are certain, in their order: who was there, and what became of it. */
  readonly ended?: readonly ("certificate" | "withdrawn" | "none" | "absent")[];
  /** Its first sessions, whose lists were entered; absent: all. */
  readonly entered?: number;
  /** The first to join is the holder whose account the start page names. */
  readonly isNamed?: true;
  readonly draft?: true;
  readonly calledOff?: true;
}

const consents = (ago: number, ...people: readonly number[]) =>
  people.map((who): Done => ({ who, act: "consent", ago }));

export const demoTrainings: readonly DemoTraining[] = [
  {
    programme: { code: "DEMO-01", name: "Pelatihan Pelayanan Publik bagi Petugas Garis Depan" },
    ...{ begins: 40, quota: 30, offered: 2, joined: 0, done: [], draft: true },
  },
  {
    programme: {
      ...{ code: "DEMO-02", name: "Pelatihan Pengelolaan Arsip Dinamis", assessed: true },
      subjects: [
        { name: "Kebijakan kearsipan", jp: 6 },
        { name: "Praktik penyusutan arsip", jp: 14 },
      ],
    },
    ...{ begins: 21, quota: 10, offered: 2, joined: 4 },
    done: [...consents(1, 0), { who: 1, act: "refuse", ago: 1 }, { who: 2, act: "cancel", ago: 1 }],
  },
  {
    // One seat comes free, passes two people who do not take it, and is offered to a third.
    programme: { code: "DEMO-03", name: "Bimbingan Teknis Penyusunan SKP", form: "bimtek" },
    ...{ begins: 12, quota: 2, offered: 9, joined: 7 },
    done: [
      ...consents(8, 0, 1, 2, 3, 4, 5),
      { who: 0, act: "cancel", ago: 4 },
      { who: 3, act: "decline", ago: 1 },
    ],
  },
  {
    programme: { code: "DEMO-04", name: "Seminar Keamanan Informasi bagi ASN", form: "seminar" },
    ...{
      begins: -10,
      quota: 20,
      offered: 12,
      joined: 5,
      done: consents(11, 0, 1, 2, 3),
      ended: ["certificate", "withdrawn", "none", "absent"],
      isNamed: true,
    },
  },
  {
    programme: { code: "DEMO-05", name: "Workshop Data Terbuka Daerah", form: "workshop" },
    ...{ begins: 15, quota: 20, offered: 2, joined: 2, done: [], calledOff: true },
  },
  {
    programme: {
      ...{ code: "DEMO-06", name: "Pelatihan Kepemimpinan Pengawas", form: "kepemimpinan" },
      ...{ assessed: true, jp: 120 },
      conditions: {
        ...{ kinds: ["PNS"], golongan: ["III/c", "III/d"], jabatanKinds: ["1"] },
        ...{ jabatan: [], units: [] },
      },
    },
    ...{ begins: 30, quota: 5, offered: 1, joined: 0, done: [] },
  },
  {
    // It runs today, its second day; the list of the first one was entered.
    programme: { code: "DEMO-07", name: "Pelatihan Pengadaan Barang dan Jasa", assessed: true },
    ...{ begins: -1, quota: 10, offered: 9, joined: 5, done: consents(8, 0, 1, 2, 3) },
    ...{ ended: ["none", "none", "absent", "none"], entered: 1 },
  },
];
