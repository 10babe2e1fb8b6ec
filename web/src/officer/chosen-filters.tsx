import { href } from "../language.ts";
import { card } from "../messages/card.ts";
import { search as text } from "../messages/search.ts";
import { filterWords } from "./filter-words.ts";
import type { ListPlace } from "./list-place.ts";

interface ChosenFiltersProps {
  readonly place: ListPlace;
  readonly find: (place: ListPlace) => void;
}

/** Each filter with a button that takes it away, and the way out of all. */
export function ChosenFilters({ place, find }: ChosenFiltersProps) {
  const { status } = place;
  const words = [
    ...(status ? [["status", card.status[status]] as const] : []),
    ...filterWords(place),
  ];
  return (
    <div class="button-row chosen-filters">
      {words.map(([filter, word]) => (
        <button
          key={filter}
          class="button button-quiet"
          type="button"
          aria-label={text.remove(word)}
          onClick={() => find({ ...place, [filter]: "", cursors: [] })}
        >
          {word}&nbsp;<span aria-hidden="true">×</span>
        </button>
      ))}
      <a href={href("/petugas")}>{text.removeAll}</a>
    </div>
  );
}
