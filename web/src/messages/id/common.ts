import type { RefusalCode } from "#shared/runtime/codes.ts";
import type { AccountForms } from "./account-forms.ts";
import type { AgencyText } from "./agency.ts";
import type { Announce } from "./announce.ts";
import type { ApprovalsText } from "./approvals.ts";
import type { AttendanceText } from "./attendance.ts";
import type { BulkChanges } from "./bulk-changes.ts";
import type { CampaignSteps } from "./campaign-steps.ts";
import type { CampaignsText } from "./campaigns.ts";
import type { Decrees } from "./decrees.ts";
import type { Identity } from "./identity.ts";
import type { ImportApprovals } from "./import-approvals.ts";
import type { Joins } from "./joins.ts";
import type { LetterWordsText } from "./letter-words.ts";
import type { MarkedText } from "./marked.ts";
import type { OwnQrText } from "./own-qr.ts";
import type { PersonRequests } from "./person-requests.ts";
import type { Photo } from "./photo.ts";
import type { PhotoReviews } from "./photo-reviews.ts";
import type { PostsText } from "./posts.ts";
import type { QrApproval } from "./qr-approval.ts";
import type { RecordForms } from "./record-forms.ts";
import type { Recovery } from "./recovery.ts";
import type { Reminders } from "./reminders.ts";
import type { Requests } from "./requests.ts";
import type { Roles } from "./roles.ts";
import type { RulesText } from "./rules.ts";
import type { Session } from "./session.ts";
import type { TrainingText } from "./training.ts";
import type { Transfers } from "./transfers.ts";
import type { Units } from "./units.ts";
import type { WorkCalendarText } from "./work-calendar.ts";

/** Only one page can meet these, which tells them in its own words: a reset's, and the one of a mail's link. */
type OwnCode = "too-many-asks" | "link-expired" | "nothing-to-cancel";

/** Refusals that any page can meet: all that neither the way in nor a page of one kind has their own words for. */
type CommonCode =
  | Exclude<
      RefusalCode,
      | keyof Session["failures"]
      | keyof Photo["failures"]
      | keyof PhotoReviews["failures"]
      | keyof AgencyText["failures"]
      | keyof Announce["failures"]
      | keyof Roles["failures"]
      | keyof ApprovalsText["failures"]
      | keyof AccountForms["failures"]
      | keyof Decrees["failures"]
      | keyof Identity["failures"]
      | keyof ImportApprovals["failures"]
      | keyof RecordForms["failures"]
      | keyof PersonRequests["failures"]
      | Exclude<keyof OwnQrText["failures"], "too-many-attempts">
      | keyof Requests["failures"]
      | keyof QrApproval["failures"]
      | keyof Recovery["failures"]
      | keyof Reminders["failures"]
      | keyof Transfers["failures"]
      | Exclude<keyof Joins["failures"], "not-found">
      | keyof LetterWordsText["failures"]
      | keyof BulkChanges["failures"]
      | keyof CampaignSteps["failures"]
      | keyof CampaignsText["failures"]
      | keyof MarkedText["failures"]
      | keyof Units["failures"]
      | keyof PostsText["failures"]
      | keyof RulesText["failures"]
      | keyof WorkCalendarText["failures"]
      | Exclude<keyof AttendanceText["failures"], "own-record">
      | keyof TrainingText["failures"]
      | OwnCode
    >
  // The page's own: no answer came, or it came from a gateway.
  | "no-answer"
  | "unavailable";

export const id = {
  appName: "Kartu ASN Virtual",
  skip: "Langsung ke isi",
  otherLanguage: "English",
  otherLanguageTitle: "Read this page in English",
  menu: "Layanan Lainnya",
  menuButton: "Menu",
  signOut: "Keluar",
  loading: "Memuat…",
  cancel: "Batal",
  retry: "Coba lagi",
  errorPrefix: "Galat: ",
  errorTitle: "Ada yang perlu diperbaiki",
  reference: (code: string) => `Kode rujukan: ${code}. Sebutkan saat meminta bantuan.`,
  retryAfter: (seconds: number) =>
    seconds < 60
      ? `Tunggu ${seconds} detik, lalu coba lagi.`
      : `Tunggu ${Math.ceil(seconds / 60)} menit, lalu coba lagi.`,
  reload: "Muat ulang",
  pageLost: "Bagian halaman ini tidak sampai. Periksa sambungan internet Anda, lalu coba lagi.",
  footer: "Layanan resmi. Periksa alamat situs sebelum mengetik kata sandi.",
  guide: "Petunjuk",
  pages: {
    home: "Kartu ASN Virtual",
    login: "Login dengan Akun",
    code: "Masukkan kode dari ponsel Anda",
    qr: "Masuk dengan kode QR",
    enrolment: "Pasang autentikator di ponsel Anda",
    reset: "Lupa Password / Aktivasi",
    lostPhone: "Ponsel hilang?",
    card: "Kartu ASN Virtual",
    photo: "Ubah Foto",
    account: "Akun",
    ownData: "Data saya",
    ownRequests: "Pengajuan saya",
    desk: "Beranda",
    employees: "Pegawai",
    approvals: "Persetujuan",
    notFound: "Halaman tidak ditemukan",
  },
  failures: {
    "no-answer":
      "Tidak ada jawaban dari server. Periksa sambungan internet Anda, lalu coba lagi. Isian Anda tidak hilang.",
    unavailable: "Layanan sedang terganggu. Isian Anda tidak hilang; coba lagi.",
    "step-expired": "Langkah ini tidak berlaku lagi. Mulai dari awal.",
    "session-ended": "Sesi Anda sudah berakhir.",
    "too-many-attempts": "Terlalu banyak percobaan.",
    busy: "Layanan sedang ramai. Isian Anda tidak hilang.",
    maintenance: "Layanan sedang dipelihara. Isian Anda tidak hilang; coba lagi.",
    "invalid-input": "Ada isian yang belum benar.",
    "other-person": "Akun lain sedang masuk di peramban ini. Tidak ada yang diubah.",
    "record-changed": "Data ini baru saja diubah orang lain.",
    "not-found": "Data tidak ditemukan.",
    "cross-site-request": "Permintaan ditolak demi keamanan. Muat ulang halaman.",
    "login-by-password": "Masuk dengan kata sandi untuk membukanya.",
    forbidden: "Anda tidak berwenang membuka halaman ini.",
    "internal-error": "Ada kesalahan di pihak kami.",
  } satisfies Record<CommonCode, string>,
};

export type Common = typeof id;
