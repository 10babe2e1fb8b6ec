/** Hides the page while it is not known who is there. */
const placeId = "concealed";

/** @param why a sentence in its place, when there is something to say */
export function conceal(why = ""): void {
  const app = document.getElementById("app");
  if (app) app.hidden = true;
  const place = document.getElementById(placeId) ?? document.createElement("p");
  place.id = placeId;
  place.className = "notice notice-warning";
  place.setAttribute("role", "status");
  place.hidden = why === "";
  place.textContent = why;
  document.body.append(place);
}

export function reveal(): void {
  const app = document.getElementById("app");
  if (app) app.hidden = false;
  document.getElementById(placeId)?.remove();
}
