/** What stands beside the form of an agency: how far its records have its name, and its history. */
import { call } from "../api/member-client.ts";
import { AgencyHistory } from "./agency-history.tsx";
import { AgencyNames } from "./agency-names.tsx";

/** For operators. */
export function BackgroundOfAny({ id }: { readonly id: string }) {
  const params = { id };
  const repeat = (reason: string) =>
    call("POST /api/operator/agencies/{id}/names", { params, body: { reason } });
  const readHistory = (cursor: string | undefined) =>
    call("GET /api/operator/agencies/{id}/history", {
      params,
      query: { ...(cursor !== undefined && { cursor }) },
    });
  return (
    <>
      <AgencyNames
        id={id}
        read={() => call("GET /api/operator/agencies/{id}/names", { params })}
        repeat={repeat}
      />
      <AgencyHistory read={readHistory} />
    </>
  );
}

/** For a petugas of the whole agency. */
export function BackgroundOfOwn() {
  const readHistory = (cursor: string | undefined) =>
    call("GET /api/officer/agency/history", {
      query: { ...(cursor !== undefined && { cursor }) },
    });
  return (
    <>
      <AgencyNames id="own" read={() => call("GET /api/officer/agency/names")} />
      <AgencyHistory read={readHistory} />
    </>
  );
}
