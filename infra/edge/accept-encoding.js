import cf from "cloudfront";

/**
 * CloudFront function of the API, before a request: copies the encodings that the browser takes into a header of ours. While the
 * site is closed for maintenance it answers itself, as our APIs answer a refusal (decision 0030).
 *
 * Where nothing is cached CloudFront neither compresses nor passes Accept-Encoding on, and an origin request policy that
 * names it is refused ("The parameter Headers contains Accept-Encoding that is not allowed").
 */
const switches = cf.kvs();

/** A store that cannot be read closes nothing. */
async function isClosed() {
  try {
    return await switches.exists("pemeliharaan");
  } catch (_error) {
    return false;
  }
}

// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
async function handler(event) {
  const request = event.request;
  if (await isClosed()) {
    return {
      statusCode: 503,
      statusDescription: "Service Unavailable",
      headers: {
        "content-type": { value: "application/problem+json" },
        "cache-control": { value: "no-store" },
        "retry-after": { value: "120" },
      },
      body: JSON.stringify({
        type: "/problems/maintenance",
        status: 503,
        code: "maintenance",
        reference: "",
        retryAfterSeconds: 120,
      }),
    };
  }
  const accepted = request.headers["accept-encoding"];
  // It overwrites the header if the viewer has sent one.
  request.headers["x-accept-encoding"] = { value: accepted ? accepted.value : "identity" };
  return request;
}
