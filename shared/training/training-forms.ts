/** Forms of developing competence (Peraturan LAN 10/2018, as summarised), each as the regulation names it. Pure. */
import { keysOf } from "#shared/runtime/keyed.ts";

/** In a classroom, or at work and at a distance; «pendidikan» is a tugas belajar. */
export const trainingPaths = ["pendidikan", "klasikal", "nonklasikal"] as const;
type TrainingPath = (typeof trainingPaths)[number];

interface FormFacts {
  readonly name: string;
  readonly path: TrainingPath;
}

const klasikal = (name: string) => ({ name, path: "klasikal" }) as const;
const nonklasikal = (name: string) => ({ name, path: "nonklasikal" }) as const;

const forms = {
  "tugas-belajar": { name: "Tugas belajar", path: "pendidikan" },
  kepemimpinan: klasikal("Pelatihan struktural kepemimpinan"),
  manajerial: klasikal("Pelatihan manajerial"),
  teknis: klasikal("Pelatihan teknis"),
  fungsional: klasikal("Pelatihan fungsional"),
  "sosial-kultural": klasikal("Pelatihan sosial kultural"),
  seminar: klasikal("Seminar/konferensi/sarasehan"),
  workshop: klasikal("Workshop/lokakarya"),
  kursus: klasikal("Kursus"),
  penataran: klasikal("Penataran"),
  bimtek: klasikal("Bimbingan teknis"),
  sosialisasi: klasikal("Sosialisasi"),
  "e-learning": nonklasikal("E-learning"),
  "jarak-jauh": nonklasikal("Pelatihan jarak jauh"),
  coaching: nonklasikal("Coaching"),
  mentoring: nonklasikal("Mentoring"),
  detasering: nonklasikal("Detasering"),
  penugasan: nonklasikal("Penugasan terkait program prioritas"),
  benchmarking: nonklasikal("Benchmarking/study visit"),
  magang: nonklasikal("Magang/praktik kerja"),
  "pertukaran-swasta": nonklasikal("Pertukaran dengan pegawai swasta"),
  "belajar-mandiri": nonklasikal("Belajar mandiri"),
  "team-building": nonklasikal("Team building"),
  "komunitas-belajar": nonklasikal("Komunitas belajar"),
} as const satisfies Readonly<Record<string, FormFacts>>;

export type TrainingForm = keyof typeof forms;
const all = keysOf(forms);
const [first, ...others] = all;
if (first === undefined) throw new Error("There is no form.");
export const trainingForms: readonly [TrainingForm, ...TrainingForm[]] = [first, ...others];

/** Its name and path. */
export function formOf(form: TrainingForm): FormFacts {
  return forms[form];
}
