import { readsOfAgencies } from "./reads-of-agencies.ts";
import { readsOfAnnouncements } from "./reads-of-announcements.ts";
import { readsOfLetters } from "./reads-of-letters.ts";
import { readsOfPosts } from "./reads-of-posts.ts";

/**
 * A holder's request: session, own record, and at most one more. With a role: session, own record and role item, then what
 * the route itself reads.
 */
export const expectedReads: Readonly<Record<string, number>> = {
  ...readsOfAnnouncements,
  ...readsOfAgencies,
  ...readsOfLetters,
  ...readsOfPosts,
  "GET /api/me/card": 3,
  "GET /api/me/card/faces/{face}": 3,
  "GET /api/me/card/pdf": 3,
  "GET /api/me/card/qr": 2,
  "POST /api/me/card/qr/pause": 2,
  "POST /api/me/card/qr/resume": 2,
  "POST /api/me/card/nip/open": 2,
  "POST /api/me/card/nip/close": 2,
  // And whether this request was carried out already.
  "POST /api/me/card/qr/replace": 3,
  "GET /api/me/notifications": 3,
  "GET /api/me/scans": 3,
  "GET /api/me/photos/{photoId}": 3,
  "GET /api/me/photos/{photoId}/preview/{face}": 3,
  "GET /api/officer/employees/{id}": 5,
  "GET /api/officer/employees/{id}/history": 5,
  "GET /api/officer/exports": 4,
  "GET /api/officer/exports/{id}": 4,
  "GET /api/officer/exports/{id}/file": 4,
  // Who asks, the requests, the campaigns of the agency, of which there are none, the ledger of leave, and the posts of the reader.
  "GET /api/requests/mine": 6,
  "GET /api/requests/mine/fields": 3,
  "GET /api/requests/mine/{id}": 3,
  // Somebody else's; of the own one, whether it was proven before, too.
  "GET /api/requests/mine/{id}/proof": 3,
  "GET /api/requests/mine/{id}/permit": 3,
  // Who asks with the role, the person, and the ledger.
  "GET /api/requests/ledgers/{id}": 5,
  "POST /api/requests/ledgers/{id}/corrections": 5,
  "POST /api/requests/mine": 3,
  "POST /api/requests/mine/draft": 3,
  "POST /api/requests/mine/{id}/revise": 3,
  "POST /api/requests/mine/{id}/withdraw": 3,
  // Who asks with the role, and the campaigns; there is none.
  "GET /api/requests/campaigns": 4,
  "GET /api/requests/campaigns/{id}": 4,
  "GET /api/requests/campaigns/{id}/unanswered": 4,
  "POST /api/requests/campaigns/{id}/end": 4,
  "POST /api/requests/campaigns/{id}/export": 4,
  // The agency, the campaign of this key, those of the agency, twelve lists by status and kind, the people of a page, and what came of it: none has answered.
  "POST /api/requests/campaigns": 20,
  // Who asks with the role, the queue, the people of its page, who did the last steps, and of each that is the reader's to decide whether its person is frozen.
  "GET /api/requests/waiting": 7,
  "GET /api/requests/ended": 7,
  "GET /api/requests/waiting/count": 4,
  "GET /api/requests/officer/{id}": 8,
  // Before and after the act, and the roles once more at the write.
  "POST /api/requests/officer/{id}": 9,
  "POST /api/requests/officer/{id}/revoke-proofs": 5,
  "POST /api/evidence/mine/uploads": 2,
  "POST /api/evidence/mine/uploads/{upload}/accept": 2,
  // The record and its reports; there is none.
  "GET /api/officer/prints": 4,
  "GET /api/officer/prints/{printId}": 4,
  "GET /api/officer/prints/{printId}/pdf": 4,
  "POST /api/officer/prints/{printId}/stop": 4,
  "POST /api/officer/prints/{printId}/resume": 4,
  // The list; nobody is in it.
  "GET /api/officer/accounts": 4,
  // Six lists and the board, at once; a penyetuju's approvals are one more.
  "GET /api/officer/home": 11,
  "GET /api/officer/quality": 4,
  "POST /api/officer/quality/passes": 4,
  "GET /api/officer/quality/passes/{bulkId}": 4,
  "GET /api/officer/reminders": 4,
  "POST /api/officer/reminders": 4,
  "GET /api/officer/reminders/{bulkId}": 4,
  "POST /api/officer/reminders/{bulkId}/stop": 4,
  "GET /api/officer/units": 4,
  // The units at the root; nobody's is there.
  "GET /api/officer/unit-tree": 4,
  "GET /api/officer/unit-tree/search": 4,
  // The tree's revision twice, and who has the name.
  "POST /api/officer/unit-changes": 6,
  "POST /api/officer/imports": 3,
  // The list; nothing is in it, so nobody's name is read.
  "GET /api/officer/imports": 4,
  // The import, which is not there.
  "GET /api/officer/imports/{id}": 4,
  "GET /api/officer/imports/{id}/problems": 4,
  "GET /api/officer/imports/{id}/difference": 4,
  "GET /api/officer/imports/{id}/file": 4,
  "POST /api/officer/imports/{id}/ask": 4,
  "POST /api/officer/imports/{id}/stop": 4,
  // And all agencies.
  "GET /api/operator/template": 4,
  "GET /api/operator/agencies": 4,
  "GET /api/operator/template/faces/{face}": 3,
  // The record, what is known of the account, roles, sessions, failures and five counts, the newest of the history.
  "GET /api/accounts/{id}": 15,
  "GET /api/accounts/{id}/matters": 9,
  // Session, own record, role and the record; the file is in S3.
  "POST /api/evidence/announced/uploads": 3,
  "POST /api/evidence/announced/uploads/{upload}/accept": 3,
  "POST /api/evidence/{id}/uploads": 4,
  "POST /api/evidence/{id}/uploads/{upload}/accept": 4,
  "GET /api/evidence/{id}/files/{file}": 4,
  "GET /api/evidence/{id}/files/{file}/view": 4,
  // The posts in which the reader acts; none.
  "GET /api/evidence/deciding/{id}/files/{file}/view": 3,
  // Session, own record, role, the record and the pointer.
  "GET /api/officer/people/{id}/card": 5,
  "GET /api/officer/people/{id}/scans": 5,
  // The list; nobody is in it.
  "GET /api/officer/photos": 4,
  "GET /api/officer/photos/waiting": 4,
  // The record, its upload, what was asked about the photo, a page of its history.
  "GET /api/officer/people/{id}/photo": 7,
  "GET /api/officer/people/{id}/photo/picture": 4,
  // And what waits about the photo already.
  "POST /api/officer/people/{id}/photo/revoke": 5,
  "POST /api/officer/people/{id}/photos": 4,
  // The record and the upload, which is not there.
  "GET /api/officer/people/{id}/photos/{photoId}": 5,
  "GET /api/officer/people/{id}/photos/{photoId}/preview/{face}": 5,
  "GET /api/officer/people/{id}/photos/{photoId}/picture": 5,
  "POST /api/officer/people/{id}/photos/{photoId}/ask": 5,
  // And whether it is asked to be taken away.
  "POST /api/officer/people/{id}/photo/approve": 5,
  "POST /api/officer/people/{id}/photo/new": 4,
  "GET /api/officer/people/{id}/card/faces/{face}": 5,
  // As that, after the record was read to be changed; and the name of the officer, who stands in the history by then.
  "POST /api/accounts/{id}/unlock": 17,
  // And whether the holder has a role.
  "POST /api/accounts/{id}/freeze": 20,
  "POST /api/accounts/{id}/mfa-reset/cancel": 16,
  // Here nothing is known of the account, and it is not frozen.
  "POST /api/accounts/{id}/activation-mail": 5,
  "POST /api/accounts/{id}/unfreeze": 6,
  "POST /api/accounts/{id}/unfreeze-request": 5,
  "POST /api/accounts/{id}/email-change/cancel": 16,
  "POST /api/accounts/{id}/phone-change/cancel": 16,
  "POST /api/accounts/{id}/mfa-reset": 5,
  "POST /api/accounts/{id}/mfa-reset/code": 6,
  "POST /api/accounts/{id}/email-correction": 6,
  // Whose the number and the address are.
  "POST /api/accounts/people": 5,
  // The record, whose the number is, the roles.
  "POST /api/accounts/{id}/nip-change": 6,
  // And what waits with the penyetuju of the agency.
  "POST /api/accounts/{id}/record-change": 6,
  // The list; nobody is in it.
  "GET /api/accounts/decrees": 4,
  "GET /api/accounts/decrees/waiting": 5,
  // The record, its decrees, what waits about it; there are none.
  "GET /api/accounts/{id}/decrees": 6,
  // And the names of those whom the approval is about.
  "POST /api/accounts/{id}/decrees": 6,
  // The record, and no such decree.
  "POST /api/accounts/{id}/decrees/{decreeId}/move": 5,
  "POST /api/accounts/{id}/decrees/{decreeId}/withdraw": 5,
  // All agencies; a list in which nobody is; no transfer.
  "GET /api/accounts/agencies": 4,
  "GET /api/accounts/transfers": 4,
  "POST /api/accounts/transfers/{id}/accept": 5,
  "POST /api/accounts/transfers/{id}/return": 5,
  "GET /api/accounts/{id}/transfer": 5,
  // The record, and no such agency.
  "POST /api/accounts/{id}/transfer": 5,
  "POST /api/accounts/{id}/transfer/withdraw": 5,
  // The record; and a page of the other one's history.
  "GET /api/accounts/{id}/joined": 4,
  "GET /api/accounts/{id}/joined/{joinedId}/history": 5,
  // The record, and whose the number is: its own. And what is asked for of itself.
  "POST /api/accounts/{id}/join/preview": 5,
  "POST /api/accounts/{id}/join": 4,
  // The unit, which is not in the tree; a list that is not there.
  "POST /api/accounts/bulk-changes": 4,
  "GET /api/accounts/bulk-changes/{bulkId}": 4,
  "POST /api/accounts/bulk-changes/{bulkId}/ask": 4,
  "POST /api/accounts/bulk-changes/{bulkId}/stop": 4,
  "GET /api/accounts/approvals": 5,
  "POST /api/accounts/approvals/{id}/approve": 4,
  "POST /api/accounts/approvals/{id}/refuse": 4,
  "POST /api/accounts/approvals/{id}/withdraw": 4,
  // Two lists; without an approval nobody's name is read.
  "GET /api/operator/approvals": 5,
  // The number's marker, the record, the roles.
  "POST /api/operator/role-holders/search": 6,
  // The record, the roles, and the names of subject and asker in one batch.
  "POST /api/operator/role-changes": 6,
  "POST /api/operator/account-freezes": 5,
  "POST /api/operator/approvals/{id}/approve": 4,
  "POST /api/operator/approvals/{id}/refuse": 4,
  "POST /api/operator/approvals/{id}/withdraw": 4,
  "GET /api/session": 3,
  "GET /api/account/history": 3,
  // The account; and each other device where there is one.
  "GET /api/account/sessions": 3,
  "GET /api/account/mails": 3,
  "POST /api/account/mails": 3,
  "POST /api/account/sessions/end": 3,
  "POST /api/account/sessions/end-others": 3,
  "GET /api/account/authenticator": 3,
  // The account twice: what there was to stop, and what there is now.
  "POST /api/account/mfa-reset/cancel": 4,
  // What waits for the own address, in one batch.
  "GET /api/account/contact": 3,
  // What confirms password and code, then the histories, inbox, card, account, address, other sessions, roles, reports, leave, letters and phone.
  "POST /api/account/data": 35,
  // No code and no change waits, and no login.
  "POST /api/account/email/code": 3,
  "POST /api/account/email/confirm": 3,
  "POST /api/account/email/cancel": 3,
  "POST /api/account/phone/cancel": 3,
  "POST /api/account/qr/scan": 3,
  "POST /api/account/qr/approve": 3,
  "POST /api/account/qr/refuse": 3,
  // Asked without password and code, see route-requests.ts.
  "POST /api/account/recovery-codes": 2,
  // As a login: eight of them are the failures everywhere, which an instance reads at most once in 5 s (decision 0011).
  "POST /api/account/email": 20,
  "POST /api/account/phone": 20,
  "POST /api/account/authenticator/replace": 21,
  "POST /api/account/password": 21,
  "POST /api/account/freeze": 5,
  "PATCH /api/officer/employees/{id}": 6,
  "POST /api/me/photos": 2,
  "POST /api/me/photos/{photoId}/confirm": 3,
  "POST /api/officer/employees/{id}/qr": 6,
  // Twelve lists by status and kind, and the records of the page in one batch (decision 0047).
  "POST /api/officer/employees/search": 16,
  // The unit is in no tree: no query for those below it.
  "POST /api/officer/prints": 5,
  // Who was marked, and the account, in one batch and one item.
  "POST /api/officer/prints/preview": 5,
  "POST /api/officer/prints/marked": 5,
  "POST /api/officer/reminders/preview": 5,
  "POST /api/officer/reminders/marked": 5,
  "POST /api/officer/exports": 3,
  "POST /api/officer/exports/{id}/ask": 4,
  "POST /api/officer/exports/{id}/prepare": 4,
};
