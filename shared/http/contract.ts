/**
 * What travels between web/ and the APIs: types only, no code. Bodies are JSON in both directions; a failure is
 * `application/problem+json` in the shape of `Problem`. Times are ISO 8601 in UTC, days are "YYYY-MM-DD" (Jakarta).
 * Every call that changes something carries the header `x-kartu: 1` and comes from our own origin; behind a login it also
 * says in `x-kartu-person` whom its page thinks is signed in. Answers behind a login say there who it is.
 */

/** RFC 9457, plus our stable `code` (keys the texts) and a short `reference` to read out on the phone (D-30). */
export interface Problem {
  readonly type: string;
  readonly status: number;
  readonly code: string;
  readonly reference: string;
  readonly problems?: readonly {
    readonly field: string;
    readonly code: string;
    readonly params?: Readonly<Record<string, string | number>>;
  }[];
  readonly retryAfterSeconds?: number;
  /** With `work-required`: send the same again with its answer. */
  readonly work?: WorkChallenge;
}

/** Proof of work: find n in [0, maxNumber] with PBKDF2-SHA-256(password: salt, salt: n, iterations), 16 bytes in hex, = challenge. */
export interface WorkChallenge {
  readonly algorithm: "PBKDF2-SHA-256";
  readonly salt: string;
  readonly iterations: number;
  readonly challenge: string;
  readonly maxNumber: number;
  /** Goes back as it came. */
  readonly token: string;
}
export interface WorkAnswer {
  readonly token: string;
  readonly number: number;
}

// ---- captcha: GET /api/session/captcha · GET /api/verify/captcha
export interface CaptchaChallenge {
  /** Absent while so many ask from this network that only work opens. PNG in base64; the answer is case-insensitive. */
  readonly image?: { readonly token: string; readonly png: string };
  /** The way without an image. */
  readonly work: WorkChallenge;
}
/** One of the two answers, within five minutes, from where it was asked. Wrong, used and expired are all `captcha-refused` on "captcha". */
export type CaptchaAnswer = { readonly token: string; readonly text: string } | WorkAnswer;

// ---- session-api
/**
 * POST /api/session/login → next step. 401 `login-refused` never says which part was wrong; `activation-needed`: the
 * password is right, but an authenticator is registered only where the mailed code was just used. 429 `work-required` carries
 * `work`: the same again with its answer; 429 `too-many-attempts`: not before `retryAfterSeconds`, whatever is sent.
 */
export interface LoginRequest {
  readonly nip: string;
  readonly password: string;
  readonly work?: WorkAnswer;
}
export interface LoginAnswer {
  readonly next: "code" | "enrolment";
}
/** POST /api/session/code → 200 SessionAnswer. 401 `code-refused` | `step-expired`. */
export interface CodeRequest {
  readonly code: string;
}
/** GET /api/session/enrolment (after login said "enrolment"). */
export interface EnrolmentAnswer {
  /** Base32 key as text. */
  readonly secret: string;
  readonly otpauthUri: string;
  /** QR of otpauthUri as an SVG document. */
  readonly qr: string;
  /** For the clock diagnosis. */
  readonly serverTime: string;
}
/** POST /api/session/enrolment → 204; then the holder logs in again with a code (D-12). 401 `code-refused`. */
export interface EnrolmentRequest {
  readonly code: string;
  readonly deviceName: string;
}
/** The header that names the person, both ways. */
export type PersonHeader = "x-kartu-person";
/** Everybody signed in is a holder; the others are given by name and for one agency (shared/access/role.ts). */
export type Role = "holder" | "petugas" | "penyetuju" | "auditor" | "operator";
/** GET /api/session (401 `session-ended` when there is none) · also the answer of POST /api/session/code. */
export interface SessionAnswer {
  /** Opaque: names the person towards us. A change carries it back in `x-kartu-person`; another one's is 409 `other-person`. */
  readonly person: string;
  readonly roles: readonly Role[];
  /** Name with degrees, for the page's header. */
  readonly displayName: string;
  readonly instansi: string;
  readonly serverTime: string;
  /** When the session ends if nothing is done (idle), and at the latest (absolute). */
  readonly idleEndsAt: string;
  readonly endsAt: string;
}
// POST /api/session/logout → 204

/** POST /api/session/reset: step 1 «Check» → 204 always alike; step 2 «Kirim» → 204 always alike. */
export interface ResetCheckRequest {
  readonly nip: string;
  readonly captcha: CaptchaAnswer;
}
/** POST /api/session/reset/email */
export interface ResetEmailRequest {
  readonly email: string;
}
/** POST /api/session/reset/password → 204. 401 `reset-code-refused` | `step-expired`; 422 on newPassword. */
export interface ResetPasswordRequest {
  readonly code: string;
  readonly newPassword: string;
}

// ---- holder-api
export type CardStatus = "active" | "suspended" | "ended";
type EmployeeKind = "PNS" | "PPPK";
export type Face = "front-landscape" | "back-landscape" | "front-portrait" | "back-portrait";

/** What stands on the card, as text; the page shows it as real text too. */
export interface CardText {
  readonly kind: EmployeeKind;
  readonly name: string;
  /** 8-6-1-3 groups. */
  readonly nip: string;
  readonly golongan: string;
  /** "Penata Muda" for PNS; absent for PPPK. */
  readonly pangkat?: string;
  readonly jabatan: string;
  readonly unitKerja: string;
  readonly instansi: string;
  /** Letter + 11 digits; absent until the first card is issued. */
  readonly serial?: string;
  readonly issuedOn?: string;
  /** Kode Periksa, 8 symbols; absent until a card that carries one is drawn. */
  readonly checkCode?: string;
  /** PPPK: last day of the contract. */
  readonly contractEnd?: string;
}
/** A text of the record that ends with an ellipsis on the card in this shape. */
export interface ShortenedText {
  readonly shape: "landscape" | "portrait";
  readonly field: "name" | "jabatan" | "unitKerja" | "instansi";
}
/**
 * GET /api/me/card, with ETag / If-None-Match (304).
 * Faces are WebP images at /api/me/card/faces/{face}?v={version}, the version in the ETag; without `v` the newest as well.
 * With ?download=1: 302 to a link that lives 60 s, to a PNG attachment named "kartu-asn-depan-potret.png" and the like.
 * To print: /api/me/card/pdf?shape=landscape|portrait, two pages of the card's size; with &sheet=a4 both faces on one
 * page with crop marks. 302 to an attachment named "kartu-asn-kartu-potret.pdf" and the like; 404 when there is no card to show.
 */
export interface CardAnswer {
  readonly status: CardStatus;
  /** "drawn": faces show this text · "drawing": a newer card is on its way · "no-photo": none confirmed yet · "none": not active. */
  readonly state: "drawn" | "drawing" | "no-photo" | "none";
  /** Version of the faces that can be shown now; absent when there are none. */
  readonly version?: string;
  readonly text: CardText;
  /** What the drawn card has no room for; absent when all of it is whole. */
  readonly shortened?: readonly ShortenedText["field"][];
  /** «Data per …» */
  readonly asOf: string;
}
/**
 * POST /api/me/photos → 201; 409 `card-not-active`, 429. Then POST the file to `url` with `fields` first and "file" last
 * (two minutes). A form serves once: what is sent with it after the verdict is thrown away.
 */
export interface PhotoUploadAnswer {
  readonly photoId: string;
  readonly url: string;
  readonly fields: Readonly<Record<string, string>>;
}
export interface RuleVerdict {
  /** e.g. "size", "dimensions", "transparency"; keys the rule's texts. */
  readonly rule: string;
  /** "not-checked": for people to judge · "unread": another rule failed before this one could be looked at. */
  readonly verdict: "passed" | "failed" | "warned" | "not-checked" | "unread";
  /** Stable code of what was found, when failed or warned. */
  readonly code?: string;
  readonly measurement?: Measurement;
}
/** What was measured and what is wanted, in figures: the page writes them as its reader does. */
export interface Measurement {
  /** "share" of one · "level" of 0 to 255 · "figure" has no unit. */
  readonly unit: "bytes" | "pixels" | "share" | "level" | "figure";
  /** Of pixels, the width. */
  readonly measured: number;
  readonly wanted: number;
  readonly bound: "min" | "max" | "exact";
  /** Of pixels, the heights. */
  readonly measuredHeight?: number;
  readonly wantedHeight?: number;
}
/** GET /api/me/photos/{photoId}. Preview faces: /api/me/photos/{photoId}/preview/{face} (front faces) → 302. */
export interface PhotoAnswer {
  readonly photoId: string;
  readonly state: "awaiting-upload" | "accepted" | "rejected" | "confirmed";
  readonly rules: readonly RuleVerdict[];
}
// POST /api/me/photos/{photoId}/confirm → 204 («Gunakan foto ini»); 409 `photo-not-accepted` | `photo-replaced` |
// `card-not-active`
/** GET /api/me/notifications */
export interface NotificationsAnswer {
  readonly items: readonly {
    readonly id: string;
    readonly at: string;
    /** Keys the text, e.g. "card-changed", "contract-ended", "email-changed": `notificationCodes` in shared/notification. */
    readonly code: string;
  }[];
}

// ---- records-api (own instansi only, or those of its units that the role is for)
export interface EmployeeRow {
  readonly id: string;
  readonly nip: string;
  readonly name: string;
  readonly kind: EmployeeKind;
  readonly golongan: string;
  readonly jabatan: string;
  readonly unitKerja: string;
  readonly status: CardStatus;
}
/** POST /api/officer/employees/search → EmployeeListAnswer. Changes nothing; a POST so that no address holds a name or NIP. */
export interface EmployeeSearchRequest {
  /** A whole NIP, or words of a name and its degrees, each from its beginning ("dra rahayu", "verif"). Absent: everybody. */
  readonly q?: string;
  readonly status?: CardStatus;
  /** Of the page before. */
  readonly cursor?: string;
}
/** A page holds 25 rows or is the last. */
export interface EmployeeListAnswer {
  readonly items: readonly EmployeeRow[];
  readonly cursor?: string;
  /** Records that belong on this page but cannot be read; an operator has been alarmed. */
  readonly unreadable: number;
  /** The reader changes and prints nothing. */
  readonly readOnly?: true;
}
/** Who did something. */
export interface HistoryActor {
  /** "officer", "holder", "system" or "import". */
  readonly role: string;
  /** With degrees; only of a person of the reader's own agency or units, and of the reader. */
  readonly name?: string;
}
/** One line of a record's history. */
export interface HistoryEntry {
  /** Unique within the record's history. */
  readonly id: string;
  readonly at: string;
  readonly by: HistoryActor;
  /** "registered", "changed", "status-changed", "photo-confirmed", "contract-ended"; of reads "record-read", "card-printed". */
  readonly action: string;
  /** Of changes only: the record's revision after it. */
  readonly revision?: number;
  readonly reason?: string;
  readonly changes: readonly {
    readonly field: string;
    readonly from?: string;
    readonly to?: string;
  }[];
}
/**
 * GET /api/officer/employees/{id}/history?kind=changes|reads&cursor= : newest first, 25 a page, to the very beginning.
 * Reads («Dibaca») are who opened the record or printed its card, at most one entry for each officer and hour.
 */
export interface HistoryAnswer {
  readonly items: readonly HistoryEntry[];
  /** Absent on the last page. */
  readonly cursor?: string;
}
/** GET /api/officer/employees/{id} */
export interface EmployeeAnswer extends EmployeeRow {
  readonly gelarDepan?: string;
  readonly gelarBelakang?: string;
  readonly bareName: string;
  readonly email: string;
  readonly phone?: string;
  readonly tmt: string;
  readonly contractEnd?: string;
  readonly kedudukanHukum: string;
  readonly instansi: string;
  readonly revision: number;
  readonly hasPhoto: boolean;
  /** Why the reader cannot change this record; absent for who can. */
  readonly locked?: "own-record" | "role";
  /** Until then no code is mailed, because the address changed a short time ago; absent when codes are mailed. */
  readonly codesFrom?: string;
  /** The first page of the changes; the rest is asked for with its cursor. */
  readonly history: HistoryAnswer;
}
/**
 * PATCH /api/officer/employees/{id} → EmployeeAnswer. 409 `record-changed` when `revision` is not the newest,
 * `request-mismatch` when the requestId was used for something else.
 */
export interface EmployeeChangeRequest {
  readonly revision: number;
  /** Client-made UUID: the same request twice changes once. */
  readonly requestId: string;
  readonly reason: string;
  readonly changes: Readonly<
    Partial<
      Record<
        | "name"
        | "gelarDepan"
        | "gelarBelakang"
        | "golongan"
        | "jabatan"
        | "unitKerja"
        | "email"
        | "phone"
        | "contractEnd",
        string
      >
    >
  >;
}
/** POST /api/officer/employees/{id}/status → EmployeeAnswer: another kedudukan hukum; ending is one of them. */
export interface EmployeeStatusRequest {
  readonly revision: number;
  readonly requestId: string;
  readonly reason: string;
  /** BKN code, e.g. "99" Pensiun. */
  readonly kedudukanHukum: string;
}
/** POST /api/officer/employees/{id}/qr → EmployeeAnswer: a QR that never was; the one before answers «diganti» for ever. */
export type EmployeeQrRequest = Omit<EmployeeStatusRequest, "kedudukanHukum">;

// ---- verify-api
/** POST /api/verify. 422 `captcha-refused`; unknown and malformed tokens answer alike: 200 { result: "unknown" }. */
export interface VerifyRequest {
  readonly token: string;
  readonly captcha: CaptchaAnswer;
}
export interface VerifyAnswer {
  /** sah · ditangguhkan · berakhir · diganti · tidak dikenal */
  readonly result: "valid" | "suspended" | "ended" | "superseded" | "unknown" | "specimen";
  readonly checkedAt: string;
  /** The official address as it is printed on the back of cards, "kartu-asn.example": a page cannot vouch for its own. */
  readonly site: string;
  /** At most the seven items of SE BKN 16/2022, NIP masked; only for "valid". */
  readonly card?: {
    readonly name: string;
    readonly nip: string;
    readonly tmt: string;
    readonly instansi: string;
    readonly employment: string;
    readonly serial: string;
    readonly issuedOn: string;
    /** The photo as a data address: WebP of at most 12 KB. */
    readonly photo: string;
  };
}
