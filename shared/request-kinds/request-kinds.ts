import { type AskCorrection, attendanceCorrections } from "#shared/attendance/ask-correction.ts";
import { contactProposals, type ProposeContact } from "#shared/campaign/contact-proposal.ts";
import { type ChangeData, dataChanges } from "#shared/data-change/data-change.ts";
import { type AskLeave, leaveRequests } from "#shared/leave/leave-request.ts";
import { type AskLetter, letterRequests } from "#shared/letter-request/letter-request.ts";
import { type LookAtPhotos, newPhotos } from "#shared/new-photo/new-photo.ts";
import type { RequestKind } from "#shared/request/request-kind.ts";
import { suspectCards } from "#shared/suspect-card/suspect-card.ts";
import { type ClaimCertificate, certificateClaims } from "#shared/training/claim-certificate.ts";
import { type MendData, wrongDataReports } from "#shared/wrong-data/wrong-data.ts";
import type { HeldRequest } from "./request-kind-answers.ts";

type RequestKindsApi = ProposeContact &
  ChangeData &
  LookAtPhotos &
  MendData &
  AskLeave &
  AskCorrection &
  AskLetter &
  ClaimCertificate;

/** All that people ask for, by the name that the requests have: another kind is another entry. */
export function requestKinds(
  api: RequestKindsApi,
): Readonly<Record<HeldRequest["kind"], RequestKind>> {
  return {
    "data-change": dataChanges(api),
    contact: contactProposals(api),
    "new-photo": newPhotos(api),
    "wrong-data": wrongDataReports(api),
    "suspect-card": suspectCards(api),
    leave: leaveRequests(api),
    attendance: attendanceCorrections(api),
    letter: letterRequests(api),
    "training-claim": certificateClaims(api),
  };
}
