import type { Privacy } from "../id/privacy.ts";

const untilEnd =
  "As long as the card is needed. After the employment ended: by the agency's schedule of retention; the card's numbers and its state stay, so that an old card is answered “Ended”.";

export const en: Privacy = {
  title: "Personal data in the Virtual ASN Card",
  description: "All data that the Virtual ASN Card uses: why, who sees them, how long.",
  lead: "All data that this service uses: on what basis, who sees them, and for how long. Your agency and BKN are the controllers.",
  basis: "Basis",
  who: "Who sees it",
  howLong: "How long",
  photo: "Photo",
  sections: {
    card: {
      title: "What is printed on the card",
      basis:
        "UU 20/2023 on civil servants and the circular SE Kepala BKN 16/2022: a legal duty and a public task (UU 27/2022, article 20 (2) c and e).",
      who: "Its holder, whoever is shown the card, and officers of the agency or unit.",
      howLong: untilEnd,
    },
    qr: {
      title: "What the QR code says",
      basis:
        "UU 20/2023 and SE Kepala BKN 16/2022: a card must be checkable, also without a network.",
      who: "Whoever scans the code or has its picture, also without a network. This code has the whole NIP, as the card has.",
      howLong: "In the picture of the card, until its signature ends: 24 months at most.",
    },
    check: {
      title: "What a check online shows",
      basis: "SE Kepala BKN 16/2022: seven items at most; the photo to compare the person with.",
      who: "Whoever scans the QR or types the card's two numbers and answers the captcha, only while the card is valid. The NIP is masked, unless its holder opens it for an hour. Of a card that is not valid only its state is told.",
      howLong: "Not kept: the record is read at that moment.",
    },
    scans: {
      title: "Scan history",
      basis: "UU 27/2022: a holder has the right to know who processes the data.",
      who: "Its holder, and officers of the agency or unit; each reading by an officer is noted. Who checked is neither known nor noted.",
      howLong: "90 days.",
    },
    record: {
      title: "The record's data that are not on the card",
      basis: "UU 20/2023: personnel administration, and the card's state that follows from it.",
      who: "Its holder (“My data”), and officers of the agency or unit by their role. Never who checks a card.",
      howLong: untilEnd,
    },
    kept: {
      title: "What the service notes on a record",
      basis:
        "UU 20/2023, and UU 27/2022, articles 31 and 35: a right card, what its holder chose, and proof of processing.",
      who: "Its holder (“My data”), and officers of the agency or unit by their role; hashes are read by the service alone. Who checks a card sees their effect only.",
      howLong:
        "As long as the card is needed; changes of the e-mail 30 days; a pause of the QR until it ends, an open NIP for an hour. Former NIPs stay, so that they are never anybody else's.",
    },
    account: {
      title: "Account",
      basis: "UU 27/2022, article 35: only its holder may open the card.",
      who: "The service itself. Officers see its state only. Nobody can read password and codes.",
      howLong: "As long as the card is needed; known devices for 400 days at most.",
    },
    status: {
      title: "The status list for checks without a network",
      basis: "UU 20/2023: an ended card must not be accepted, without a network either.",
      who: "Everybody. A card's place in the list is random and known only to who has scanned the card, who can see whether it is still valid. Whoever fetches the list tells one part only, which is 65,536 cards at once.",
      howLong:
        "Replaced every day. The place changes when the card's content changes or the QR is replaced.",
    },
    history: {
      title: "History, files and backups",
      basis: "UU 27/2022, articles 31 and 32: a record of processing, and proof that it was right.",
      who: "Its holder (“My data”), and officers of the agency or unit by their role; the log of accesses is read for inquiries only.",
      howLong:
        "History as long as the card is needed; refused photos and prints 1 day, outcomes and reports of photos and import files 30 days, drafts of requests 90 days, backups 35 days, the log of accesses 400 days.",
    },
    services: {
      title: "Requests, leave, letters, attendance and training",
      basis:
        "UU 20/2023 and the rules of each service; letters are the agency's archive (UU 43/2009), attendance is ruled by PP 94/2021.",
      who: "The person, whoever decides or signs, and officers of the agency or unit by their role. Whoever scans a letter's QR reads number, day, subject and state, never what it says.",
      howLong: untilEnd,
    },
    outside: {
      title: "What is sent without signing in: contact forms and reports of cards",
      basis: "UU 20/2023: right addresses, and cards that are not misused.",
      who: "Contact forms: the service itself, then the officer who decides. Reports of cards: officers of the agency or unit. Who reported is not noted.",
      howLong:
        "A form a day, a confirmed one a week, one that waits its turn three weeks at most after the campaign ends; reports 30 days.",
    },
    devices: {
      title: "What lies in browsers",
      basis: "So that the card and its check work without a network.",
      who: "Whoever holds the device. On the phone of who checks, no card's data are kept.",
      howLong:
        "The last card for 30 days at most, a photo that is not finished for 7 days. Signing out deletes both.",
    },
  },
  scans: { at: "Time", way: "Way (QR or numbers)", region: "Approximate region", result: "Result" },
  kept: {
    id: "Number in this service",
    zone: "Time zone of the agency",
    formerNips: "Former NIPs, and until when",
    emailChangedAt: "When the e-mail was changed, from what, and by whom",
    emailMoves: "When the e-mail was changed, from what, and by whom",
    emailFailedAt: "Since when mails to it come back",
    photoId: "The confirmed photo, and its hashes",
    photoDigest: "The confirmed photo, and its hashes",
    smallPhotoDigest: "The confirmed photo, and its hashes",
    photoReview: "What officers said of that photo",
    qrGeneration: "How often the QR was replaced",
    qrPausedAt: "Since when the QR is paused",
    nipOpenUntil: "Until when the NIP is open to who checks",
    registeredAt: "When the record was made and saved",
    revision: "When the record was made and saved",
    updatedAt: "When the record was made and saved",
    cardChangedAt: "When the record was made and saved",
    sessionsFrom: "Since when old sessions do not count",
    historyDigest: "Hash of its history",
    erasureBegunAt: "When erasure began, ended or was held",
    erasedAt: "When erasure began, ended or was held",
    erasureHeldAt: "When erasure began, ended or was held",
    joinedInto: "Twin records of the same person that were joined",
    joinedRecords: "Twin records of the same person that were joined",
  },
  account: [
    "NIP",
    "E-mail",
    "Hash of the password",
    "Authenticator (sealed)",
    "Recovery codes (their hashes)",
    "Known devices",
  ],
  status: ["The card's state: valid, suspended, ended or replaced"],
  history: [
    "Changes of data, with old and new values",
    "Readings by officers",
    "Sign-ins, with where they came from",
    "Approvals and decisions",
    "Photos that were sent",
    "Files of decrees",
    "Notices",
    "Reports of wrong data or photos",
    "Requests to change data, with their files and decisions",
    "The log of accesses, with the network addresses of browsers",
  ],
  services: [
    "Requests: what is asked for, files, reasons, and who decided",
    "Leave: kind, days, reason, address while away, what is left",
    "Letters: whom they are about and what they say, who wrote and signed them",
    "Attendance: when and where machines read the person, corrections with reasons",
    "Training: registration, attendance, assessment, certificate, JP",
  ],
  outside: [
    "NIP, e-mail and phone number of the form",
    "Reports of cards: whose card, what is odd, when",
    "How often a network tried something: its keyed digest, for a day at most",
  ],
  devices: {
    holder:
      "Holder: the last card, a photo that is being made, the NIP if “Remember me” was chosen",
    verifier:
      "Who checks: the list of keys, the status list, and a pass of ten minutes after a captcha",
  },
  qr: {
    name: "Name with titles",
    isShortened: "Whether that name was shortened",
    nip: "NIP / NI PPPK",
    instansi: "Agency (instansi)",
    kind: "Kind of employee",
    tmt: "TMT",
    serial: "Serial number",
    issued: "Day of signing",
    expires: "Last day of the signature",
    status: "Place in the status list",
  },
  card: ["Pangkat", "Serial number", "Check code (Kode Periksa)", "Issued on"],
  rights: {
    title: "Your rights as a holder",
    steps: [
      "Reading all your data, and taking a copy: “Account”, “My data”.",
      "Reporting wrong data: answered within 3 × 24 hours.",
      "Pausing or replacing the QR, and opening the NIP for an hour: “My data”.",
      "Erasure after the employment ended: by your agency's schedule of retention.",
    ],
  },
};
