import { randomUUID } from "node:crypto";
import type { Employee } from "#shared/employee/employee.ts";

/** To each route about the photo of a person, as in route-requests.ts. */
export const photoReviewRequests = ({
  id,
  photoId,
}: Employee): Readonly<Record<string, () => { path?: string; body?: object }>> => {
  const photo = `/api/officer/people/${id}/photo`;
  return {
    "GET /api/officer/photos": () => ({}),
    "GET /api/officer/photos/waiting": () => ({}),
    "GET /api/officer/people/{id}/photo": () => ({ path: photo }),
    "GET /api/officer/people/{id}/photo/picture": () => ({ path: `${photo}/picture` }),
    "POST /api/officer/people/{id}/photo/approve": () => ({
      path: `${photo}/approve`,
      body: { photoId },
    }),
    "POST /api/officer/people/{id}/photo/revoke": () => ({
      path: `${photo}/revoke`,
      body: { photoId, faults: ["likeness"], reason: "Wajah orang lain", requestId: randomUUID() },
    }),
    "POST /api/officer/people/{id}/photos": () => ({ path: `${photo}s` }),
    "GET /api/officer/people/{id}/photos/{photoId}": () => ({ path: `${photo}s/pho_1` }),
    "GET /api/officer/people/{id}/photos/{photoId}/preview/{face}": () => ({
      path: `${photo}s/pho_1/preview/front-portrait`,
    }),
    "GET /api/officer/people/{id}/photos/{photoId}/picture": () => ({
      path: `${photo}s/pho_1/picture`,
    }),
    "POST /api/officer/people/{id}/photos/{photoId}/ask": () => ({
      path: `${photo}s/pho_1/ask`,
      body: { reason: "KTP di loket", requestId: randomUUID() },
    }),
    "POST /api/officer/people/{id}/photo/new": () => ({
      path: `${photo}/new`,
      body: { photoId, faults: ["dress"], note: "" },
    }),
  };
};
