import type { CardStatus } from "#shared/employee/kedudukan-hukum.ts";
import { Icon, type IconName } from "../components/icon.tsx";
import { card } from "../messages/card.ts";

const icons: Readonly<Record<CardStatus, IconName>> = {
  active: "check",
  upcoming: "pause",
  suspended: "pause",
  ended: "cross",
};

/** Word, icon and colour: none of them alone. */
export function StatusBadge({ status }: { status: CardStatus }) {
  return (
    <span class="status-badge" data-status={status}>
      <Icon name={icons[status]} /> {card.status[status]}
    </span>
  );
}
