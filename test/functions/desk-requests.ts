/** Requests to the routes of an officer's desk that only a missing right can refuse. */
export const deskRequests = {
  "GET /api/officer/home": () => ({}),
  "GET /api/officer/quality": () => ({}),
  "POST /api/officer/quality/passes": () => ({}),
  "GET /api/officer/quality/passes/{bulkId}": () => ({
    path: "/api/officer/quality/passes/blk_1",
  }),
};
