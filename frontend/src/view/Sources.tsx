// Sources as they are cited: author and title in the language of the page, and how much was seen.

import type { Source } from "../model/types";
import { lang, say, tell } from "../words";

export const author = (one: Source): string => (lang.value === "ru" && one.author_ru) || one.author;
export const title = (one: Source): string => (lang.value === "ru" && one.title_ru) || one.title;
export const year = (one: Source): string => (one.year ? `, ${one.year}` : "");
export const seen = (one: Source): string => `${say("page-seen")}: ${say(`page-seen-${one.seen}`)}`;

export function Sources({ ids, known }: { ids: string[]; known: Record<string, Source> }) {
  return <ul class="sources">{ids.map((id) => {
    const one = known[id];
    return <li key={id}>{one ? <><b>{author(one)}</b>, {title(one)}{year(one)} <small>({seen(one)}{one.note ? `; ${tell(one.note)}` : ""})</small></> : id}</li>;
  })}</ul>;
}
