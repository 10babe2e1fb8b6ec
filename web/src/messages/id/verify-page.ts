/** What stands on the verification page from the start: the build writes it, the script does not carry it. */
export const id = {
  lead: "Anda memindai kode QR sebuah Kartu ASN Virtual, atau sebuah dokumennya. Pemegang kartu dapat melihat kapan dan dari daerah mana kartunya diperiksa.",
  byHandLead:
    "QR tidak terbaca? Ketik kedua nomor yang tercetak di sisi depan kartu. Pemegang kartu dapat melihat kapan dan dari daerah mana kartunya diperiksa.",
  serial: "Nomor Seri",
  serialHint: "Satu huruf dan 11 angka, misalnya A2010 0000123.",
  checkCode: "Kode Periksa",
  checkCodeHint: "8 huruf dan angka, misalnya 7K2Q-9MXB. Huruf O sama dengan angka 0.",
  skip: "Langsung ke isi",
  brand: "Kartu ASN Virtual",
  otherLanguage: "English",
  // The page does not name its own address, because a copy of it would name the copy's.
  domain:
    "Alamat resmi tercetak di sisi belakang kartu. Hasil di halaman ini hanya benar bila alamat di peramban Anda sama dengan itu.",
  captcha: "Captcha",
  /** With the captcha: whoever has a pass is asked for none. */
  asks: "Isi captcha untuk melihat hasilnya.",
  withImage: "Dengan gambar",
  withoutImage: "Tanpa gambar",
  imageAlt: "Gambar berisi huruf dan angka",
  label: "Ketik tulisan pada gambar",
  hint: "Huruf besar dan kecil dianggap sama.",
  refresh: "Ganti gambar",
  listen: "Dengarkan",
  workHint:
    "Tidak ada yang perlu dibaca. Tekan «Periksa»: ponsel Anda lalu menghitung beberapa detik.",
  submit: "Periksa",
  toScan: "Pindai kartu, juga tanpa jaringan",
  howTo: "Cara memeriksa kartu",
  noScript: "JavaScript di peramban Anda mati.",
  plain: "Periksa tanpa JavaScript",
};

export type VerifyPage = typeof id;
