import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { common } from "../messages/common.ts";

export function NotFoundPage() {
  useTitle(common.pages.notFound);
  return (
    <div class="narrow">
      <Heading>{common.pages.notFound}</Heading>
      <p>{common.notFound.text}</p>
      <p>
        <a class="button" href={href("/")}>
          {common.notFound.home}
        </a>
      </p>
    </div>
  );
}
