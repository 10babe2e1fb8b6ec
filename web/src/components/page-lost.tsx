import { common } from "../messages/common.ts";

/** Says that a part of the page did not arrive or failed, at its place, with a way to go on. */
export function PageLost() {
  return (
    <div class="notice notice-warning" role="alert">
      <p>{common.pageLost}</p>
      <button class="button button-quiet" type="button" onClick={() => location.reload()}>
        {common.reload}
      </button>
    </div>
  );
}

/** …in the place of one that is on its way: an empty page seems to have failed. */
export function Loading() {
  return <p role="status">{common.loading}</p>;
}
