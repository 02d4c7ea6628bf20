// Text as people compare it, as the picture writes it, and as the page shows it: always as text, never as markup.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});

  const LETTERS = { œ: "oe", æ: "ae", ø: "o", ł: "l", đ: "d", ı: "i", ß: "ss" };

  /** Returns `text` without case, accents, punctuation or double spaces: the form in which names are compared. */
  const fold = (text) =>
    text
      .normalize("NFKD")
      .toLowerCase()
      .replace(/\p{M}+/gu, "")
      .replace(/[œæøłđıß]/g, (letter) => LETTERS[letter])
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();

  /** Returns `text` without control characters and without those that turn the direction of what follows. */
  const plain = (text) =>
    text.replace(/[\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g, " ").replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]+/g, "");

  /** Returns `label` in at most `most` lines of at most `width` characters, as the layout reckoned with. */
  const lines = (label, width = 22, most = 3) => {
    const broken = [];
    const start = Array.from(plain(label)).slice(0, 4 * width * most).join("");
    for (const word of start.split(/\s+/).filter(Boolean)) {
      let rest = Array.from(word);
      const last = broken.at(-1);
      if (last && last.length + 1 + rest.length <= width) {
        last.push(" ", ...rest);
        continue;
      }
      while (rest.length) {
        broken.push(rest.slice(0, width));
        rest = rest.slice(width);
      }
    }
    if (broken.length > most) {
      broken[most - 1] = [...broken[most - 1].slice(0, width - 1).join("").trimEnd(), "…"];
      broken.length = most;
    }
    return broken.map((line) => line.join("")).join("\n");
  };

  /** Returns the label in `lang`, else in French, else in English, else in any language. */
  const named = (labels, lang) => labels[lang] ?? labels.fr ?? labels.en ?? Object.values(labels)[0] ?? "";

  /** Returns the labels of a speaker or value of `graph`, which is a node's number or, without a node, labels itself. */
  const labelsOf = (graph, who) => (typeof who === "number" ? graph.nodes[who].labels : who);

  /** Returns `address` if it leads to the web, else nothing: no other scheme is ever followed. */
  const webAddress = (address) => {
    try {
      const url = new URL(address);
      return url.protocol === "http:" || url.protocol === "https:" ? url.href : undefined;
    } catch {
      return undefined;
    }
  };

  /** Returns whether the page stands in a frame of a notebook, where it has no address and may not reach the clipboard. */
  const framed = () => location.protocol === "about:";

  /** Returns a message with its {slots} filled. */
  const filled = (message, values) => message.replace(/\{(\w+)\}/g, (slot, name) => values[name] ?? slot);

  const LOCALES = { en: "en-GB", ar: "ar-u-nu-latn" };

  /** Returns the locale in which dates and numbers of `lang` are written: Western digits, the day before the month. */
  const locale = (lang) => LOCALES[lang] ?? lang;

  const DATE = /^(?:(\d{4})|-)(?:-(\d\d)(?:-(\d\d))?)?$/;

  /** Returns two days as the month or year that they enclose, or as the one day that they are; nothing where they are neither. */
  const whole = (begin, end) => {
    if (begin === end) return begin;
    const next = new Date(Date.parse(`${end}T00:00:00Z`) + 86_400_000);
    if (Number.isNaN(next.getTime()) || next.getUTCDate() !== 1) return undefined;
    if (begin.endsWith("-01") && begin.slice(0, 7) === end.slice(0, 7)) return begin.slice(0, 7);
    return begin.endsWith("-01-01") && end === `${begin.slice(0, 4)}-12-31` ? begin.slice(0, 4) : undefined;
  };

  /** Returns an ISO 8601 date of any precision, or two with a stroke between them, as `lang` writes it; anything else as it is. */
  const dated = (value, lang) => {
    const [begin, end] = value.split("/");
    if (end && DATE.test(begin) && DATE.test(end)) {
      const one = whole(begin, end);
      if (one) return dated(one, lang);
      return begin.length === 10 && end.length === 10 ? written(begin, lang, end) : `${dated(begin, lang)} – ${dated(end, lang)}`;
    }
    return DATE.exec(value)?.[2] ? written(value, lang) : value;
  };

  const written = (value, lang, until) => {
    const [, year, month, day] = DATE.exec(value);
    const time = (one) => {
      const parts = DATE.exec(one);
      return new Date(Date.UTC(Number(parts[1] ?? 2000), Number(parts[2]) - 1, Number(parts[3] ?? 1)));
    };
    if (Number(month) < 1 || Number(month) > 12) return value;
    const options = { timeZone: "UTC", month: "long", ...(year && { year: "numeric" }), ...(day && { day: "numeric" }) };
    const format = new Intl.DateTimeFormat(locale(lang), options);
    const made = until ? format.formatRange(time(value), time(until)) : format.format(time(value));
    return lang === "fr" && day ? made.replace(/(^|\s)1(?=[\s–])/g, "$11er") : made;
  };

  /** Returns a new element with a class and children; strings become text. */
  const element = (name, className, ...children) => {
    const made = document.createElement(name);
    if (className) made.className = className;
    made.append(...children.filter((child) => child !== undefined && child !== ""));
    return made;
  };

  /** Returns a button with a class and content that calls `clicked`. */
  const button = (className, content, clicked) => {
    const made = element("button", className, ...[content].flat());
    made.type = "button";
    made.addEventListener("click", clicked);
    return made;
  };

  /** Returns an element that keeps the direction of strangers' text to itself. */
  const strange = (text, className) => {
    const made = element("bdi", className, text);
    made.dir = "auto";
    return made;
  };

  const borrowed = (words) => Object.assign(element("i", "borrowed", words), { dir: "auto" }); // which keeps its direction to itself

  /** Returns a sentence of ours as parts: what stands between the two marks that set words apart is another language's. */
  const parts = (sentence) =>
    sentence.split(/\u2068([^\u2069]*)\u2069/).map((part, place) => (place % 2 ? borrowed(part) : part)).filter((part) => part !== "");

  /** Returns the label in `lang`; where there is none, one in another language with that language beside it. */
  const tongue = (labels, lang, className) => {
    const words = named(labels, lang);
    const made = element("bdi", className, ...parts(words));
    made.dir = "auto";
    const own = lang in labels ? lang : ["fr", ...Object.keys(labels)].find((one) => labels[one] === words);
    if (!own) return made;
    made.lang = own;
    if (own === "ar") made.dir = "rtl"; // even where a name in other letters comes first
    if (own !== lang) made.append(element("span", "tongue", own));
    return made;
  };

  dragoman.text = { fold, plain, lines, named, labelsOf, tongue, webAddress, framed, filled, locale, dated, element, button, strange };
}
