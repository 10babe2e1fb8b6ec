import { FormPage } from "../campaign/form-page.tsx";
import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";
import { notFound as text } from "../messages/not-found.ts";

export function NotFoundPage() {
  useTitle(common.pages.notFound);
  return (
    <div class="narrow">
      <Heading>{common.pages.notFound}</Heading>
      <p>{text.text}</p>
      <p>
        <a class="button" href={href("/")}>
          {text.home}
        </a>
      </p>
    </div>
  );
}

/** The form of a campaign stands in this chunk, the smallest, because each chunk's name costs bytes on every page. */
export function CampaignPage() {
  return <FormPage />;
}
