import type { MeasuredCode, QualityCode } from "#shared/employee/quality-indicators.ts";

type UnmeasuredCode = Exclude<QualityCode, MeasuredCode>;

export const id = {
  lead: "Indikator mutu data BKN (SIASN, «Kualitas Data»), yang paling mengurangi nilai lebih dulu: bobot indikator dikali jumlah pegawai.",
  basis: (people: string) => `Dari ${people} pegawai yang masih bekerja.`,
  cut: "Unit Anda sangat besar; yang dihitung 2.000 pegawai pertama.",
  notYet: "Belum pernah dihitung. Hitungan berjalan setiap malam.",
  back: "Ke beranda",
  recount: "Hitung ulang sekarang",
  recountHint: "Sekali setiap jam; 100.000 pegawai perlu beberapa menit.",
  counting: (people: string) => `Menghitung: ${people} pegawai sudah dilihat.`,
  counted: "Hitungan jam ini selesai. Berikutnya dapat diminta pada jam berikutnya.",
  stopped: "Hitungan berhenti. Coba lagi pada jam berikutnya.",
  unreadable: (count: string) =>
    `${count} data tidak dapat dibaca dan tidak dihitung; operator sudah diberi tahu.`,
  failing: "Perlu diperbaiki",
  failingNone: "Tidak ada indikator terukur yang gagal.",
  passing: "Tanpa temuan",
  unmeasured: "Tidak diukur di sini",
  unmeasuredHint: "Datanya tidak ada di layanan ini, jadi tidak dihitung baik maupun buruk.",
  people: (count: string, share: string) => `${count} pegawai (${share})`,
  unknown: (count: string) => `${count} pegawai tidak dapat dinilai: data pembandingnya kosong.`,
  weight: (share: string) => `Bobot ${share} dari nilai`,
  show: "Lihat pegawainya",
  remind: "Ingatkan pegawainya",
  mend: {
    COM_2:
      "Isi nama jabatan di data pegawai. Yang ditemukan hanya jabatan tanpa huruf, misalnya «-»; kesesuaian dengan referensi BKN tidak diperiksa.",
    COM_4: "Isi TMT PNS dari SK.",
    COM_6:
      "Tanyakan alamat pribadinya, lalu ajukan di halaman data pegawai; pegawai yang sudah aktif mengubahnya sendiri di «Akun».",
    COM_7: "Pegawai mengisinya sendiri di «Akun», atau petugas di data pegawai.",
    TIM_3: "Usulkan pengangkatan PNS; CPNS paling lama satu tahun.",
    TIM_5: "Proses pensiunnya, atau perbaiki tanggal lahir atau BUP di data pegawai.",
    ACC_1: "Cocokkan TMT CPNS dan TMT PNS dengan SK.",
    ACC_3: "Periksa jenis jabatan dan TMT CPNS.",
    ACC_4: "PPPK hanya dapat berkedudukan hukum PPPK, misalnya 71.",
    ACC_5:
      "Isi NIK 16 angka dari KTP. Yang ditemukan hanya NIK kosong atau salah bentuk; Dukcapil tidak ditanya.",
    ACC_7: "Periksa nomor induk dan tahun pengangkatannya.",
    ACC_9:
      "Periksa jenis atau nama jabatan: «Ahli Pertama», «Terampil», dan sejenisnya milik jabatan fungsional.",
    CON_1: "Cocokkan TMT CPNS dengan NIP dan SK; yang salah diperbaiki.",
    CON_2: "Cocokkan tanggal lahir dengan NIP dan akta; yang salah diperbaiki.",
    CON_3: "Cocokkan jenis kelamin dengan NIP; yang salah diperbaiki.",
    CON_4: "Cocokkan tahun kontrak pertama dengan NI PPPK.",
  } satisfies Record<MeasuredCode, string>,
  why: {
    COM_1: "SKP dicatat di e-Kinerja.",
    COM_3: "Pendidikan tidak dicatat.",
    COM_5: "Perlu tingkat pendidikan, yang tidak dicatat.",
    TIM_1: "Status unor SIASN tidak dicatat; unit di sini selalu aktif.",
    TIM_2: "Calon jabatan fungsional tidak dicatat.",
    TIM_4: "Nama jabatan bukan kode, jadi dua nama yang sama belum tentu satu jabatan.",
    TIM_6: "Tanggal akhir CLTN tidak dicatat.",
    ACC_2: "Status DPK/DPB dan instansi induk tidak dicatat.",
    ACC_6: "Pendidikan dan eselon tidak dicatat.",
    ACC_8: "Pendidikan tidak dicatat.",
    ACC_10: "Eselon tidak dicatat.",
  } satisfies Record<UnmeasuredCode, string>,
};

export type Quality = typeof id;
