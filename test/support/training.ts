import type { RegisterLine } from "#shared/training/register-line.ts";
import { limitsOf, type TrainingOffer } from "#shared/training/training-offer.ts";
import { trainingTermsOn } from "#shared/training/training-terms.ts";

/** Three days in Mataram (WITA) in March 2027, 20 JP; say only what your test is about. */
export function anOffer({
  programme,
  ...change
}: Partial<Omit<TrainingOffer, "programme">> & {
  readonly programme?: Partial<TrainingOffer["programme"]>;
} = {}): TrainingOffer {
  const day = (date: number) => ({
    ...{ day: `2027-03-${date}`, from: "08:00", until: "14:00", subject: "" },
  });
  return {
    ...({ id: "trn_arsip", instansiId: "ins_contoh" } as const),
    programme: {
      ...{ code: "T-01", name: "Pelatihan Pengelolaan Arsip Dinamis" },
      ...({ form: "teknis", organiser: "BKPSDM Kabupaten Contoh", accreditation: "A" } as const),
      ...{ jp: 20, assessed: true, subjects: [] },
      conditions: { kinds: [], golongan: [], jabatanKinds: [], jabatan: [], units: [] },
      ...programme,
    },
    ...({ batch: "I", place: "Aula BKPSDM", zone: "WITA" } as const),
    ...{ from: "2027-03-10", until: "2027-03-12", sessions: [day(10), day(11), day(12)] },
    ...{ quota: 10, unitQuotas: [], closesOn: "2027-03-05", cost: 0, contact: "diklat@contoh" },
    ...({ notes: "", state: "open", revision: 1 } as const),
    ...change,
  };
}

/** The first line of an offer's register. */
export function limitsLine(offer: TrainingOffer, at = "2027-02-01T00:00:00.000Z"): RegisterLine {
  return { act: "limits", at, ...limitsOf(offer, trainingTermsOn(offer.from, "PNS")) };
}

/** The id of the n-th of many people. */
export function learner(n: number): `emp_${string}` {
  return `emp_p${n}`;
}

export function joinLine(n: number, at: string, unit = "Bagian Umum"): RegisterLine {
  return { act: "join", at, person: learner(n), unit };
}
