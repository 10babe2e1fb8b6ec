import { resetPage } from "../messages/reset-page.ts";

export function RestartButton({ onRestart }: { onRestart: () => void }) {
  return (
    <p class="after-form">
      <button class="link-button" type="button" onClick={onRestart}>
        {resetPage.restart}
      </button>
    </p>
  );
}
