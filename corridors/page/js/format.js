/* Numbers, lengths, dates and names as the reader expects them. */

const THIN = "\u202f";
const KM_PER_NM = 1.852;

export function createFormat({ language, words, countries }) {
  const t = (key, values = {}) => {
    const text = words[key];
    if (text === undefined) throw new Error(`no word for ${key}`);
    return text.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ""));
  };
  const plural = new Intl.PluralRules(language);
  const regions = new Intl.DisplayNames([language], { type: "region", fallback: "code" });
  const number = (value, digits = 0) => {
    const [whole, part] = String(Number(value.toFixed(digits))).split(".");
    const grouped = whole.replace(/\B(?=(\d{3})+$)/g, THIN);
    return part === undefined ? grouped : grouped + (language === "ru" ? "," : ".") + part;
  };
  const locale = language === "en" ? "en-GB" : language;
  const calendar = [{ day: "numeric" }, {}].map((day) => new Intl.DateTimeFormat(locale, { ...day, month: "long", year: "numeric", timeZone: "UTC" }));
  const km = (value) => `${number(value, value < 100 ? 1 : 0)}${THIN}${t("unit.km")}`;
  const nm = (value) => `${number(value / KM_PER_NM, value < 100 ? 1 : 0)}${THIN}${t("unit.nm")}`;
  return {
    t,
    number,
    km,
    nm,
    /** A counted noun: words `key.one`, `key.few`, `key.many`, `key.other`. */
    count(n, key) {
      const form = `${key}.${plural.select(n)}`;
      return t(words[form] === undefined ? `${key}.other` : form, { n: words[`number.${n}`] ?? number(n) });
    },
    /** Kilometres, with nautical miles beside them at sea. */
    length: (value, mode) => (mode === "sea" ? `${km(value)} (${nm(value)})` : km(value)),
    /** A published value with its unit as published. */
    figure(fact) {
      if (fact.unit === "year") return String(fact.value);
      const digits = Math.abs(fact.value) < 100 ? 2 : 0;
      const values = fact.value_to === null ? number(fact.value, digits) : `${number(fact.value, digits)}–${number(fact.value_to, digits)}`;
      const unit = words[`unit.${fact.unit}`] ?? fact.unit;
      return `${fact.approximate ? `${t("about")} ` : ""}${values}${THIN}${unit}`;
    },
    /** An ISO date, as exact as it is known. */
    date(text) {
      const match = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(text ?? "");
      if (!match) return text ?? "";
      const [, year, month, day] = match;
      if (!month) return year;
      const date = new Date(Date.UTC(Number(year), Number(month) - 1, Number(day ?? 1)));
      return calendar[day ? 0 : 1].format(date);
    },
    /** The name of a country by its three-letter code. */
    country: (code) => (countries[code] === undefined ? code : regions.of(countries[code])),
    list: (items) => new Intl.ListFormat(locale, { type: "conjunction" }).format(items),
    /** A share as a percentage. */
    percent: (share) => `${number(share * 100, share < 0.1 ? 1 : 0)}${THIN}%`,
    /** The word for a slug, or the slug itself as words. */
    slug(kind, text) {
      const plain = text.replace(/-/g, " ");
      return words[`${kind}.${text}`] ?? plain.charAt(0).toUpperCase() + plain.slice(1);
    },
  };
}
