import type { AnnouncementKind } from "#shared/notification/announcement.ts";

export const id = {
  title: "Pengumuman",
  kinds: {
    circular: "Surat edaran",
    schedule: "Jadwal",
    rules: "Ketentuan",
    results: "Hasil",
  } satisfies Record<AnnouncementKind, string>,
  until: (day: string) => `Ditampilkan sampai ${day}`,
  circular: "Unduh surat edaran (PDF)",
  attachment: (kilobytes: number) => `Unduh lampiran (PDF, ${kilobytes} KB, tidak dipindai)`,
};

export type Announcements = typeof id;
