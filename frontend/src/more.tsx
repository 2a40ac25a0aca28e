// What the first view does not need; it is loaded once that stands.

export { CardDialog } from "./view/Cards";
export { Decisions as decisions } from "./view/Decisions";
export { Numbers as numbers } from "./view/Numbers";
export { Record as record } from "./view/Record";
export { Why as why } from "./view/Why";
