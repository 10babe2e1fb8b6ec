/**
 * CloudFront function of the API, before a request: copies the encodings that the browser takes into a header of ours.
 *
 * Where nothing is cached CloudFront neither compresses nor passes Accept-Encoding on, and an origin request policy that
 * names it is refused ("The parameter Headers contains Accept-Encoding that is not allowed").
 */
// biome-ignore lint/correctness/noUnusedVariables: CloudFront calls it by this name.
function handler(event) {
  const request = event.request;
  const accepted = request.headers["accept-encoding"];
  // It overwrites the header if the viewer has sent one.
  request.headers["x-accept-encoding"] = { value: accepted ? accepted.value : "identity" };
  return request;
}
