import type { EmployeeId } from "#shared/employee/employee.ts";
import { wait } from "../api/backoff.ts";
import { call } from "../api/member-client.ts";
import { postFile } from "../api/post-file.ts";
import { photo } from "../messages/photo.ts";
import { photoReviews } from "../messages/photo-reviews.ts";
import type { Network } from "../photo/send-photo.ts";

/** Of what the holder's page says as well, an officer reads of somebody else's card. */
export const counterFailures = { ...photo.failures, ...photoReviews.failures };

/** How a photo of somebody at the counter is sent. */
export function counterNetwork(id: EmployeeId): Network & Required<Pick<Network, "failures">> {
  return {
    startPhoto: () => call("POST /api/officer/people/{id}/photos", { params: { id } }),
    readPhoto: (photoId) =>
      call("GET /api/officer/people/{id}/photos/{photoId}", { params: { id, photoId } }),
    ...{ postFile, wait, failures: counterFailures },
  };
}
