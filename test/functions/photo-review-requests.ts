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
    "POST /api/officer/people/{id}/photo/new": () => ({
      path: `${photo}/new`,
      body: { photoId, faults: ["dress"], note: "" },
    }),
  };
};
