import { emailCorrectionView, mfaResetView, unfreezeView } from "./account-views.tsx";
import type { AgencyApproval, ChangeView } from "./agency-approval.ts";
import { agencyChangeView } from "./agency-view.tsx";
import { bulkChangeView } from "./bulk-change-view.tsx";
import { decreeView } from "./decree-view.tsx";
import { exportView } from "./export-view.tsx";
import { importView } from "./import-view.tsx";
import { joinView } from "./join-view.tsx";
import { newPersonView, nipChangeView, recordChangeView } from "./person-views.tsx";
import { photoRevokeView, photoView } from "./photo-views.tsx";
import { arrivalView, releaseView } from "./transfer-views.tsx";
import { unitChangeView } from "./unit-change-view.tsx";

/** A kind that nobody shows does not compile. */
export function viewOf({ change, id, subject, state }: AgencyApproval): ChangeView {
  switch (change.kind) {
    case "mfa-reset":
      return mfaResetView(change);
    case "email-correction":
      return emailCorrectionView(change);
    case "agency-change":
      return agencyChangeView(change, id);
    case "account-unfreeze":
      return unfreezeView();
    case "nip-change":
      return nipChangeView(change);
    case "unit-change":
      return unitChangeView(change);
    case "export":
      return exportView(change);
    case "import":
      return importView(change);
    case "decree":
      return decreeView(change);
    case "transfer-out":
      return releaseView(change);
    case "bulk-change":
      return bulkChangeView(change);
    case "transfer-in":
      return arrivalView(change);
    case "photo":
      return photoView(change, { ...subject, isPending: state === "pending" });
    case "photo-revoke":
      return photoRevokeView(change, { ...subject, isPending: state === "pending" });
    case "record-join":
      return joinView(change);
    case "new-person":
      return newPersonView(change);
    case "record-change":
      return recordChangeView(change, subject.id);
  }
}
