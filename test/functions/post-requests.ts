const at = "/api/officer/agency/posts/pst_1";
const reason = "SP 800/12";
const asked = { revision: 1, reason };
const details = { title: "Kepala Bidang Mutasi" };
const standIn = { ...asked, person: "emp_0", from: "2026-12-01" } as const;

/** Requests to the routes of posts that only a missing right can refuse; there is no post yet. */
export const postRequests = {
  "GET /api/officer/agency/posts": () => ({}),
  "GET /api/officer/agency/post-check": () => ({}),
  "GET /api/officer/agency/decider-rules": () => ({}),
  "GET /api/officer/agency/deciders": () => ({
    query: { person: "emp_subject", leave: "tahunan", place: "home" },
  }),
  "POST /api/officer/agency/decider-rules": () => ({
    body: { target: "agency", revision: 1, reason, details: { superior: "", ppk: "", grants: [] } },
  }),
  "POST /api/officer/agency/posts": () => ({ body: { details, reason } }),
  "PATCH /api/officer/agency/posts/{id}": () => ({ path: at, body: { ...asked, details } }),
  "POST /api/officer/agency/posts/{id}/stand-ins": () => ({
    path: `${at}/stand-ins`,
    body: standIn,
  }),
  "POST /api/officer/agency/posts/{id}/stand-ins/end": () => ({
    path: `${at}/stand-ins/end`,
    body: standIn,
  }),
};
