import { common } from "../messages/common.ts";

/** A part of the page did not arrive, or broke: said where it would stand, with the way on. */
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
