import type { MarkedList } from "#shared/account/account-lists.ts";
import type { MarkedReason } from "#shared/account/reminders.ts";
import type { PrintLeftOutReason } from "#shared/print/print-answers.ts";
import type { RefusalCode } from "#shared/runtime/codes.ts";

/** What is done for people who were marked in the list, without changing their records. */
export const id = {
  back: "Ubah pilihan ini",
  print: {
    title: "Cetak yang dipilih",
    hint: "Kartu yang berlaku, atau surat aktivasi bagi yang belum mengaktifkan akunnya: persis orang-orang ini, urut nama.",
    look: "Lihat siapa yang dicetak",
    who: "Yang dicetak",
    count: (people: number) => `${people} pegawai akan dicetak`,
    nobody: "Tidak ada yang dapat dicetak",
    submit: {
      cards: (people: number) => `Cetak kartu ${people} pegawai`,
      letters: (people: number) => `Cetak surat untuk ${people} pegawai`,
    },
    why: {
      "out-of-scope": "di luar wewenang Anda, atau datanya tidak terbaca",
      "not-active": "tidak sedang aktif, jadi tidak ada kartu yang berlaku",
      "no-photo": "belum ada foto, jadi belum ada kartu",
      activated: "sudah mengaktifkan akunnya, jadi tidak perlu surat",
    } satisfies Record<PrintLeftOutReason, string>,
  },
  remind: {
    title: "Ingatkan yang dipilih",
    about: "Diingatkan untuk",
    lists: {
      "not-activated": "mengaktifkan akun",
      "no-authenticator": "memasang autentikator",
      "no-photo": "mengunggah foto",
      "no-phone": "mengisi nomor ponsel",
    } satisfies Record<MarkedList, string>,
    why: {
      "out-of-scope": "di luar wewenang Anda, atau datanya tidak terbaca",
      "not-needed": "tidak perlu diingatkan untuk hal ini",
      "no-address": "tanpa surel, atau surelnya tidak sampai: perlu datang ke loket",
      recently: "sudah diingatkan dalam tujuh hari ini",
      "not-activated": "belum aktivasi: ingatkan itu dulu",
      unreadable: "akunnya tidak terbaca; operator sudah diberi tahu",
    } satisfies Record<MarkedReason, string>,
  },
  failures: {
    "nobody-to-print": "Tidak ada lagi yang dapat dicetak dari pilihan ini.",
  } satisfies Partial<Record<RefusalCode, string>>,
};

export type MarkedText = typeof id;
