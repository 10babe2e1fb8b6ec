/** What an agency tells its people of the card, for an officer to change (requirements C-R1 to C-R8). Letters of Indonesian offices are in Indonesian. */

/** @param sender the agency's name @param siteUrl where people get their card */
export function circularDraft(sender: string, siteUrl: string): { title: string; text: string } {
  const rules = [
    "Kartu ASN Virtual merupakan identitas bagi PNS dan PPPK.",
    "Kartu ASN Virtual berfungsi sebagai kelengkapan administrasi kepegawaian.",
    "Kartu ASN Virtual berlaku selama pemegangnya berstatus sebagai PNS atau PPPK.",
    "PNS yang diangkat lebih dari 1 (satu) tahun yang lalu dapat memperoleh Kartu ASN Virtual apabila pengangkatannya sesuai dengan ketentuan peraturan perundang-undangan.",
    `Kartu ASN Virtual diakses dan diunduh sendiri oleh pemegangnya di ${new URL(siteUrl).host}.`,
    "Data dan dokumen kepegawaian agar dimutakhirkan, dengan pasfoto berlatar transparan.",
    "Pada masa peralihan, KARPEG yang dimiliki tetap berlaku.",
    `Usul penerbitan KARPEG tidak lagi disampaikan kepada ${sender}.`,
  ];
  return {
    title: "Kartu ASN Virtual",
    text: [
      `Bersama ini disampaikan hal-hal berikut tentang Kartu ASN Virtual di lingkungan ${sender}:`,
      ...rules.map((rule, i) => `${i + 1}. ${rule}`),
      "Demikian disampaikan untuk dilaksanakan.",
    ].join("\n"),
  };
}
