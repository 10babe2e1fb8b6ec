import type { CardAnswer } from "#shared/card/card-answer.ts";

/** On the page of a record: the person's card as it is now. */
export const id = {
  title: "Kartu saat ini",
  loading: "Memuat…",
  states: {
    drawn: "Kartu sesuai dengan data pegawai.",
    drawing: "Data berubah: kartu sedang digambar ulang, dan tampil di sini dengan sendirinya.",
    "no-photo": "Tidak ada kartu yang berlaku: tidak ada foto yang dipakai.",
    none: "Tidak ada kartu yang berlaku saat ini.",
  } satisfies Record<CardAnswer["state"], string>,
  serial: (serial: string, day: string) => `Nomor Seri ${serial}, terbit ${day}.`,
  lastSerial: (serial: string, day: string) =>
    `Kartu terakhir: Nomor Seri ${serial}, terbit ${day}.`,
  alt: {
    portrait: "Kartu bentuk potret, sisi depan",
    landscape: "Kartu bentuk lanskap, sisi depan",
  },
  asOf: (time: string) => `Data per ${time}.`,
};
export type PersonCard = typeof id;
