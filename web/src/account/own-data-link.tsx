import { href } from "../language.ts";
import { account } from "../messages/account.ts";
import { common } from "../messages/common.ts";

/** The way to the page of one's own data. */
export function OwnDataLink() {
  return (
    <section class="panel" aria-labelledby="own-data-title">
      <h2 id="own-data-title">{common.pages.ownData}</h2>
      <p>{account.ownData.hint}</p>
      <p>
        <a class="button button-quiet" href={href("/akun/data")}>
          {account.ownData.open}
        </a>
      </p>
    </section>
  );
}
