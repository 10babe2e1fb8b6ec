import { Heading } from "../components/heading.tsx";
import { useTitle } from "../components/use-title.ts";
import { href } from "../language.ts";
import { session } from "../messages/session.ts";

const text = session.activation;

export function DoneStep() {
  useTitle(text.done);
  return (
    <div class="narrow panel">
      <Heading>{text.done}</Heading>
      <p role="status">{text.doneText}</p>
      <p>
        <a class="button" href={href("/masuk")}>
          {text.login}
        </a>
      </p>
    </div>
  );
}
