/** What a surat tugas that calls people to a training begins with. A letter is Indonesian, whatever language its officer reads. */
import type { LetterAnswer } from "#shared/letter/letter-answers.ts";
import { ruleOf } from "#shared/letter/letter-rules.ts";
import type { OfferAnswer } from "#shared/training/training-answers.ts";
import type { TrainingOffer } from "#shared/training/training-offer.ts";
import { dayIn, locales } from "../clock-words.ts";

interface Begun {
  readonly id: TrainingOffer["id"];
  readonly people: LetterAnswer["people"];
  readonly begun: Pick<LetterAnswer["words"], "hal" | "basis" | "tasks">;
}

/** Of those with a certain seat whom no letter names yet. */
export function callBegun({ offer, places, uncalled }: OfferAnswer): Begun {
  const { id, programme, batch, from, until, sessions, zone, place } = offer;
  const people = uncalled.map((each) => {
    const name = places.find(({ person }) => person.id === each)?.person.name;
    return { id: each, ...(name !== undefined && { name }) };
  });
  const day = (said: string) => dayIn(locales.id, said);
  const days = from === until ? day(from) : `${day(from)} sampai ${day(until)}`;
  const [first] = sessions.toSorted((a, b) =>
    `${a.day}${a.from}`.localeCompare(`${b.day}${b.from}`),
  );
  const whole = [programme.name, batch && `angkatan ${batch}`].filter(Boolean).join(", ");
  return {
    ...{ id, people },
    begun: {
      hal: `Pemanggilan peserta ${programme.name}`.slice(0, ruleOf("hal")),
      basis: [`Daftar peserta ${whole}, diselenggarakan oleh ${programme.organiser}.`],
      tasks: [
        `Mengikuti ${whole} (${programme.jp} JP).`,
        `Waktu: ${days}${first ? `, mulai pukul ${first.from} ${zone}` : ""}.`,
        `Tempat: ${place}.`,
      ],
    },
  };
}
