import type { RequestKindTexts } from "../id/request-kinds.ts";

export const en: RequestKindTexts = {
  photo: {
    title: "An officer looks at the photo",
    when: "if it no longer looks like you, or your photos are refused again and again",
    hint: "An officer looks at your photo and decides. * is required.",
    direct: "You only want another photo? That needs no request:",
    toStudio: "send a new photo",
    why: "Why",
    whys: {
      unlike: "No longer looks like me",
      refused: "Refused again and again",
    },
    note: "Note",
    noteHint: "What has changed, or what is said each time a photo is refused.",
    approved: "The photo was replaced, or an officer asks for a new one: see the photo page",
    replaced: "The record has another photo since this was asked for. Agreeing ends it.",
    howTo: {
      unlike:
        "Agreeing asks for a new photo within 14 days. The old one stays on the card, and the new one comes into the queue of photos.",
      refused:
        "See the last photo's outcome in the record. If the face cannot pass, ask the person to come by a clarification, and bring the photo at the counter: two people decide. You can agree once the photo is another one.",
    },
    open: "Open the photo in the record",
  },
  leave: {
    title: "Leave",
    when: "annual, sick, maternity and others; your superior and the authorised official decide",
    approved: "The leave is approved",
    permit: "Download the Surat Izin Cuti (leave letter)",
  },
  letter: {
    title: "Statement (surat keterangan)",
    when: "of active service, income or for another purpose; an officer writes it, an official signs it",
    hint: "An officer of your agency writes the letter, an official signs it. * is required.",
    letter: "Letter",
    kinds: {
      "keterangan-aktif": "Statement of active service",
      "keterangan-penghasilan": "Statement of income",
      keterangan: "Statement for another purpose",
    },
    purpose: "Purpose",
    purposeHint: "For example pengajuan KPR. The letter says: Surat keterangan ini dibuat untuk …",
    note: "Note for the officer",
    noteHint: "Required for another purpose: what is to be stated.",
    approved: "An officer writes the letter. You are told once it is signed: see «My letters»",
    howTo: "Agreeing begins its draft at «Letters». Complete it there and send it to the signer.",
    draft: "Open the letter",
  },
  attendance: {
    title: "Correction of attendance",
    when: "when no machine read you",
    approved: "The correction stands in your attendance",
  },
  claim: {
    title: "Certificate of others",
    when: "of a training that your agency did not hold; its JP count once an officer agrees",
    about: (name) => (name === "" ? "Certificate of others" : `Certificate of others: ${name}`),
    approved: "Its JP count: see «Training»",
  },
  report: {
    title: "Report wrong data",
    when: "what the card or «My data» says is not right",
    hint: "Your agency mends it or answers within 3×24 hours (UU 27/2022, article 30). * is required.",
    field: "What is wrong",
    stands: "It says now",
    right: "What is right",
    noteHint: "Optional, for example the number of a decree or diploma.",
    proposed: "A change of this can be proposed, with a file as evidence.",
    propose: "Propose the change",
    about: (field) => `Wrong data: ${field}`,
    approved: "The record was mended; the card follows by itself",
    mended: "This is another value since it was reported. Agreeing says that it was mended.",
    howTo: "Mend the record first; you can agree once it says something else.",
    mend: "Change the record",
  },
};
