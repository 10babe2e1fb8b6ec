/** What the service knows of whom, on one page. The names of the fields come from the catalogue (web/src/verify/privacy.ts). */
import type { Scan } from "#shared/card/scan.ts";
import type { Employee } from "#shared/employee/employee.ts";
import type { FieldKey } from "#shared/employee/fields.ts";
import type { SignedPayload } from "#shared/signed-qr/payload.ts";

const untilEnd =
  "Selama kartunya diperlukan. Setelah hubungan kerja berakhir: menurut jadwal retensi arsip instansi; nomor kartu dan keadaannya tetap, supaya kartu lama dijawab «Berakhir».";

export const id = {
  title: "Data pribadi di Kartu ASN Virtual",
  description:
    "Setiap data yang dipakai Kartu ASN Virtual: dasarnya, siapa yang melihat, berapa lama.",
  lead: "Setiap data yang dipakai layanan ini: dasarnya, siapa yang melihatnya, dan berapa lama. Pengendalinya instansi Anda dan BKN.",
  basis: "Dasar",
  who: "Siapa yang melihat",
  howLong: "Berapa lama",
  photo: "Foto",
  sections: {
    card: {
      title: "Yang tercetak di kartu",
      basis:
        "UU 20/2023 tentang ASN dan SE Kepala BKN 16/2022: kewajiban hukum dan tugas pelayanan publik (UU 27/2022, Pasal 20 ayat (2) huruf c dan e).",
      who: "Pemegangnya, siapa pun yang diperlihatkan kartunya, dan petugas instansi atau unitnya.",
      howLong: untilEnd,
    },
    qr: {
      title: "Yang tertulis di kode QR",
      basis:
        "UU 20/2023 dan SE Kepala BKN 16/2022: kartu harus dapat diperiksa, juga tanpa jaringan.",
      who: "Siapa pun yang memindai kode itu atau memiliki gambarnya, juga tanpa jaringan. Di QR ini NIP tertulis utuh, seperti di kartu.",
      howLong: "Di gambar kartu, sampai tanda tangannya berakhir: paling lama 24 bulan.",
    },
    check: {
      title: "Yang ditampilkan kepada pemeriksa secara daring",
      basis: "SE Kepala BKN 16/2022: paling banyak tujuh data; fotonya untuk mencocokkan orangnya.",
      who: "Siapa pun yang memindai QR atau mengetik kedua nomor kartu dan menjawab captcha, hanya selama kartu berlaku. NIP disamarkan, kecuali pemegangnya membukanya selama satu jam. Kartu yang tidak berlaku hanya dijawab keadaannya.",
      howLong: "Tidak disimpan: catatan diri dibaca saat itu juga.",
    },
    scans: {
      title: "Jejak pindai",
      basis: "UU 27/2022: pemegang berhak tahu siapa yang memproses datanya.",
      who: "Pemegangnya, dan petugas instansi atau unitnya; setiap pembacaan oleh petugas dicatat. Siapa yang memeriksa tidak diketahui dan tidak dicatat.",
      howLong: "90 hari.",
    },
    record: {
      title: "Data pegawai yang tidak ada di kartu",
      basis: "UU 20/2023: tata usaha kepegawaian, dan keadaan kartu yang mengikutinya.",
      who: "Pemegangnya («Data saya»), dan petugas instansi atau unitnya menurut perannya. Tidak pernah pemeriksa.",
      howLong: untilEnd,
    },
    kept: {
      title: "Yang dicatat layanan pada data pegawai",
      basis:
        "UU 20/2023, dan UU 27/2022, Pasal 31 dan 35: kartu yang benar, pilihan pemegangnya, dan bukti pemrosesan.",
      who: "Pemegangnya («Data saya»), dan petugas instansi atau unitnya menurut perannya; sidik hanya dibaca layanan. Pemeriksa hanya melihat akibatnya.",
      howLong:
        "Selama kartunya diperlukan; perubahan surel 30 hari; jeda QR sampai diakhiri, NIP terbuka satu jam. NIP terdahulu tetap, supaya tidak pernah menjadi milik orang lain.",
    },
    account: {
      title: "Akun",
      basis: "UU 27/2022, Pasal 35: hanya pemegangnya yang boleh membuka kartunya.",
      who: "Layanan sendiri. Petugas hanya melihat keadaannya. Kata sandi dan kode tidak dapat dibaca siapa pun.",
      howLong: "Selama kartunya diperlukan; perangkat yang dikenal paling lama 400 hari.",
    },
    status: {
      title: "Daftar status untuk pemeriksaan tanpa jaringan",
      basis: "UU 20/2023: kartu yang berakhir tidak boleh diterima, juga tanpa jaringan.",
      who: "Siapa pun. Tempat kartu di daftar itu acak dan hanya diketahui yang pernah memindai kartunya; ia dapat melihat apakah kartu itu masih berlaku. Yang mengambil daftar memberi tahu satu bagian saja, yaitu 65.536 kartu sekaligus.",
      howLong: "Diganti setiap hari. Tempatnya berganti bila isi kartu berubah atau QR diganti.",
    },
    history: {
      title: "Riwayat, berkas, dan cadangan",
      basis: "UU 27/2022, Pasal 31 dan 32: catatan pemrosesan, dan bukti bahwa itu benar.",
      who: "Pemegangnya («Data saya»), dan petugas instansi atau unitnya menurut perannya; catatan akses hanya dibaca untuk penyelidikan.",
      howLong:
        "Riwayat selama kartunya diperlukan; foto yang ditolak dan cetakan 1 hari, hasil pemeriksaan foto, laporan foto, dan berkas impor 30 hari, rancangan pengajuan 90 hari, cadangan 35 hari, catatan akses 400 hari.",
    },
    services: {
      title: "Pengajuan, cuti, surat, presensi, dan pelatihan",
      basis:
        "UU 20/2023 dan aturan layanannya; surat adalah arsip instansi (UU 43/2009), kehadiran diatur PP 94/2021.",
      who: "Orangnya, yang memutuskan atau menandatangani, dan petugas instansi atau unitnya menurut perannya. Siapa yang memindai QR surat membaca nomor, tanggal, hal, dan keadaannya, tidak isinya.",
      howLong: untilEnd,
    },
    outside: {
      title: "Yang dikirim tanpa masuk: pemutakhiran kontak dan laporan kartu",
      basis: "UU 20/2023: alamat yang benar, dan kartu yang tidak disalahgunakan.",
      who: "Isian kontak: layanan sendiri, lalu petugas yang memutuskannya. Laporan kartu: petugas instansi atau unitnya. Pelapornya tidak dicatat.",
      howLong:
        "Isian sehari, yang dikonfirmasi seminggu, yang menunggu giliran paling lama tiga minggu setelah kampanye berakhir; laporan 30 hari.",
    },
    devices: {
      title: "Yang disimpan di peramban",
      basis: "Supaya kartu dan pemeriksaannya bekerja tanpa jaringan.",
      who: "Siapa yang memegang perangkat itu. Di ponsel pemeriksa tidak ada data kartu yang disimpan.",
      howLong:
        "Kartu terakhir paling lama 30 hari, foto yang belum selesai 7 hari. Keduanya dihapus saat «Keluar».",
    },
  },
  scans: {
    at: "Waktu",
    way: "Cara (QR atau nomor)",
    region: "Daerah kira-kira",
    result: "Hasil",
  } satisfies Readonly<Record<Exclude<keyof Scan, "employeeId">, string>>,
  /** What a record has besides the catalogue's fields; some say one thing together. */
  kept: {
    id: "Nomor di layanan ini",
    zone: "Zona waktu instansi",
    formerNips: "NIP terdahulu, dan sampai kapan",
    emailChangedAt: "Kapan surel diubah, dari apa, dan oleh siapa",
    emailMoves: "Kapan surel diubah, dari apa, dan oleh siapa",
    emailFailedAt: "Sejak kapan surat ke surel itu kembali",
    photoId: "Foto yang dikonfirmasi, dan sidiknya",
    photoDigest: "Foto yang dikonfirmasi, dan sidiknya",
    smallPhotoDigest: "Foto yang dikonfirmasi, dan sidiknya",
    photoReview: "Apa kata petugas tentang foto itu",
    qrGeneration: "Keberapa kali QR diganti",
    qrPausedAt: "Sejak kapan QR dijeda",
    nipOpenUntil: "Sampai kapan NIP dibuka bagi pemeriksa",
    registeredAt: "Kapan data ini dibuat dan disimpan",
    revision: "Kapan data ini dibuat dan disimpan",
    updatedAt: "Kapan data ini dibuat dan disimpan",
    cardChangedAt: "Kapan data ini dibuat dan disimpan",
    sessionsFrom: "Sejak kapan sesi lama tidak berlaku",
    historyDigest: "Sidik riwayatnya",
    erasureBegunAt: "Kapan penghapusan dimulai, selesai, atau ditahan",
    erasedAt: "Kapan penghapusan dimulai, selesai, atau ditahan",
    erasureHeldAt: "Kapan penghapusan dimulai, selesai, atau ditahan",
    joinedInto: "Data ganda dari orang yang sama yang digabungkan",
    joinedRecords: "Data ganda dari orang yang sama yang digabungkan",
  } satisfies Readonly<Record<Exclude<keyof Employee, FieldKey>, string>>,
  account: [
    "NIP",
    "Surel",
    "Sidik kata sandi",
    "Autentikator (tersegel)",
    "Kode pemulihan (sidiknya)",
    "Perangkat yang dikenal",
  ],
  status: ["Keadaan kartu: berlaku, ditangguhkan, berakhir, atau diganti"],
  history: [
    "Perubahan data, dengan nilai lama dan baru",
    "Pembacaan oleh petugas",
    "Masuk ke akun, dengan asalnya",
    "Persetujuan dan keputusan",
    "Foto yang pernah dikirim",
    "Berkas SK",
    "Pemberitahuan",
    "Laporan data atau foto yang salah",
    "Pengajuan perubahan data, dengan berkas dan keputusannya",
    "Catatan akses, dengan alamat jaringan peramban",
  ],
  services: [
    "Pengajuan: yang diminta, berkas, alasan, dan siapa yang memutuskan",
    "Cuti: jenis, hari, alasan, alamat selama cuti, sisa",
    "Surat: siapa dan apa isinya, siapa yang menyusun dan menandatangani",
    "Presensi: kapan dan di mana terbaca mesin, koreksi dan alasannya",
    "Pelatihan: pendaftaran, kehadiran, nilai, sertifikat, JP",
  ],
  outside: [
    "NIP, surel, dan nomor ponsel yang diisikan",
    "Laporan kartu: kartu siapa, apa yang janggal, kapan",
    "Berapa kali sebuah jaringan mencoba: sidik berkuncinya, paling lama sehari",
  ],
  devices: {
    holder: "Pemegang: kartu terakhir, foto yang sedang dibuat, NIP bila «Ingat Saya» dipilih",
    verifier: "Pemeriksa: daftar kunci, daftar status, dan izin sepuluh menit sesudah captcha",
  },
  qr: {
    name: "Nama dengan gelar",
    isShortened: "Apakah nama itu dipendekkan",
    nip: "NIP / NI PPPK",
    instansi: "Instansi",
    kind: "Jenis pegawai",
    tmt: "TMT",
    serial: "Nomor Seri",
    issued: "Hari ditandatangani",
    expires: "Hari terakhir tanda tangan",
    status: "Tempat di daftar status",
  } satisfies Readonly<Record<keyof SignedPayload, string>>,
  card: ["Pangkat", "Nomor Seri", "Kode Periksa", "Tanggal terbit"],
  rights: {
    title: "Hak Anda sebagai pemegang kartu",
    steps: [
      "Membaca semua data Anda dan mengambil salinannya: «Akun», «Data saya».",
      "Melaporkan data yang salah: dijawab dalam 3 × 24 jam.",
      "Menjeda atau mengganti QR, dan membuka NIP selama satu jam: «Data saya».",
      "Penghapusan setelah hubungan kerja berakhir: menurut jadwal retensi arsip instansi Anda.",
    ],
  },
};

type Words<Text> = Text extends string
  ? string
  : Text extends readonly string[]
    ? readonly string[]
    : { readonly [Key in keyof Text]: Words<Text[Key]> };
export type Privacy = Words<typeof id>;
