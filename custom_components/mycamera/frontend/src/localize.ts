import { en, type Key } from "./texts-en";
import { zhHans } from "./texts-zh-hans";

export type Params = Readonly<Record<string, string | number>>;
export type Localize = (key: Key, params?: Params) => string;

export function isChinese(language: string): boolean {
  return /^zh(-|$)/i.test(language);
}

export function localizer(language: string): Localize {
  const texts: Record<Key, string> = isChinese(language) ? zhHans : en;
  return (key, params = {}) =>
    texts[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : whole,
    );
}

const ENGLISH = new Intl.PluralRules("en");
const CHINESE = new Intl.PluralRules("zh");

/** Like `localizer`, for a number: `key_one` or `key_other` by the language's rules. */
export function plural(
  localize: Localize,
  language: string,
  key:
    | "in_view"
    | "database_waiting"
    | "minutes_behind"
    | "jobs_an_hour"
    | "pending_analyses"
    | "pending_captions"
    | "gaps"
    | "seen"
    | "visit"
    | "chosen"
    | "queued"
    | "delete_records_sure"
    | "records_deleted"
    | "records_kept"
    | "days",
  count: number,
): string {
  const category = (isChinese(language) ? CHINESE : ENGLISH).select(count);
  return localize(category === "one" ? `${key}_one` : `${key}_other`, { count });
}

/** A text whose key comes from the server: the key's own where the dictionary has it, otherwise the fallback's. */
export function localizeOr(localize: Localize, key: string, fallback: Key): string {
  return localize(Object.hasOwn(en, key) ? (key as Key) : fallback);
}
