/** What the pages say where people look at photos. */
import type { Language } from "./tour.ts";

export const photoWords = {
  id: {
    ...{ use: "Gunakan foto ini", note: "Pakai atribut lengkap.", next: "Berikutnya" },
    ...{ step: "Lanjut", cut: "Hapus latar", send: "Kirim untuk diperiksa", cancel: "Batal" },
    ...{ revoke: "Cabut sekarang…", reason: "Wajahnya orang lain." },
    bothFaces: ["Foto yang dipakai sekarang", "Foto baru dari loket", "Kartu dengan foto baru"],
    follows: "Foto sebelumnya: foto baru diminta oleh",
    holdersFix: "ambil lagi dengan mata terbuka",
    oneShown: "Foto yang sudah diganti atau dicabut tidak diperlihatkan",
    revokeWaits: "Pencabutan foto ini sedang menunggu keputusan.",
    ...{ counter: "Kirim foto dari loket…", notActive: "Tidak aktif" },
    inbox: {
      "photo-new-asked": /Petugas meminta foto baru/,
      "photo-brought": /Foto kartu Anda diganti oleh petugas/,
    },
  },
  en: {
    ...{ use: "Use this photo", note: "Wear all attributes.", next: "Next" },
    ...{ step: "Next", cut: "Remove the background", send: "Send to be checked", cancel: "Cancel" },
    ...{ revoke: "Remove it now…", reason: "Somebody else's face." },
    bothFaces: [
      "The photo in use now",
      "The new photo from the counter",
      "The card with the new photo",
    ],
    follows: "Previous photo: a new one was requested by",
    holdersFix: "take it again with open eyes",
    oneShown: "Photos that were replaced or removed are not shown",
    revokeWaits: "The removal of this photo is waiting for a decision.",
    ...{ counter: "Send a photo from the counter…", notActive: "Not active" },
    inbox: {
      "photo-new-asked": /An officer asks for a new photo\./,
      "photo-brought": /An officer changed the photo/,
    },
  },
} as const satisfies Record<Language, unknown>;
