/** The first step of the form of a campaign, for people who do not sign in (P-05). */
export const id = {
  title: "Pemutakhiran kontak",
  lead: "Instansi Anda mengumpulkan alamat surel dan nomor ponsel pegawainya. Anda tidak perlu masuk.",
  none: "Tidak ada pemutakhiran data yang sedang dibuka. Tanyakan kepada BKPSDM instansi Anda.",
  step: (n: number) => `Langkah ${n} dari 4`,
  campaign: "Instansi",
  until: (day: string, zone: string) => `sampai ${day} (${zone})`,
  checkNip: "CEK NIP",
  nipHint:
    "18 angka. Demi kerahasiaan, di sini hanya penulisannya yang diperiksa, bukan apakah NIP itu terdaftar.",
  back: "Kembali",
  nip: "NIP",
};

export type CampaignFormText = typeof id;
