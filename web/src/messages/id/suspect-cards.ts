import type { Suspicion } from "#shared/suspect-card/suspicions.ts";

/** What officers read of a card that somebody who checked it reported. */
export const id = {
  title: "Kartu dilaporkan mencurigakan",
  causes: {
    "data-differ": "Tulisan di kartu berbeda dari hasil periksa",
    "other-holder": "Kartu dibawa orang lain",
    altered: "Kartu tampak diubah atau palsu",
  } satisfies Record<Suspicion, string>,
  unasked:
    "Dilaporkan orang yang memeriksa kartu. Siapa dan di mana tidak disimpan; pemegangnya tidak diberi tahu.",
  refusal: {
    title: "Tolak laporan",
    label: "Catatan untuk instansi",
    hint: "Apa yang Anda periksa, dan mengapa laporannya tidak benar. Hanya petugas yang membacanya. Pemegang kartu tidak diberi tahu.",
  },
  howTo:
    "Setuju berarti laporannya benar dan sudah Anda tindak lanjuti, misalnya minta foto baru, hubungi pemegang untuk mengganti QR, atau ubah datanya. Tolak bila tidak ada kejanggalan.",
};

export type SuspectCards = typeof id;
