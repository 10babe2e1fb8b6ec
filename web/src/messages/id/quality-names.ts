import type { QualityCode } from "#shared/employee/quality-indicators.ts";

/** BKN's own names of its indicators (SIASN, «Kualitas Data»). */
export const id = {
  COM_1: "Belum SKP tahun berjalan",
  COM_2: "Jabatan kosong",
  COM_3: "Pendidikan kosong",
  COM_4: "TMT PNS kosong",
  COM_5: "Gelar kosong",
  COM_6: "Surel kosong atau salah format",
  COM_7: "Nomor ponsel kosong",
  TIM_1: "Unor tidak aktif",
  TIM_2: "Calon jabatan fungsional belum diangkat",
  TIM_3: "Masa CPNS lebih dari 1 tahun",
  TIM_4: "Jabatan struktural ganda",
  TIM_5: "Melewati BUP tetapi masih aktif",
  TIM_6: "CLTN melewati tanggal berakhir",
  ACC_1: "TMT CPNS sesudah TMT PNS",
  ACC_2: "Jenis pegawai DPK/DPB tidak sesuai",
  ACC_3: "Masa kerja kurang dari 2 tahun di jabatan struktural",
  ACC_4: "Kedudukan hukum PPPK salah",
  ACC_5: "NIK belum valid",
  ACC_6: "Pendidikan pejabat struktural kurang",
  ACC_7: "Tahun pengangkatan PPPK salah",
  ACC_8: "Pendidikan jabatan fungsional kurang",
  ACC_9: "Pelaksana bernama jabatan fungsional",
  ACC_10: "Pangkat pejabat struktural kurang",
  CON_1: "TMT CPNS berbeda dari NIP",
  CON_2: "Tanggal lahir berbeda dari NIP",
  CON_3: "Jenis kelamin berbeda dari NIP",
  CON_4: "Tahun pengangkatan berbeda dari NI PPPK",
} satisfies Record<QualityCode, string>;

export type QualityNames = Readonly<Record<QualityCode, string>>;
