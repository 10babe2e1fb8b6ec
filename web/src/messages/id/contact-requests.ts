/** What is said of a request that came by the form of a campaign. */
export const id = {
  title: "Surel dan ponsel, dari formulir tanpa masuk",
  campaign: "Pemutakhiran",
  warning:
    "Siapa pun yang tahu NIP dapat mengirim formulir ini; yang terbukti hanya bahwa pengirim membaca surel di alamat itu. Pastikan langsung kepada pegawainya, lewat nomor atau tatap muka yang sudah Anda kenal, sebelum menyetujui.",
  own: "Formulir ini dikirim tanpa masuk, dengan NIP Anda.",
  /** While it can be withdrawn. */
  notYou: "Bukan Anda? Tarik pengajuan ini.",
};

export type ContactRequests = typeof id;
