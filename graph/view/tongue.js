// The page's own words in the language that is chosen, wherever an element says which word it bears.
"use strict";
{
  /** Writes the words of `lang` into every element that names one, and turns the page to its direction. */
  const speak = (words, lang) => {
    document.documentElement.lang = lang;
    document.documentElement.dir = words.direction;
    for (const one of document.querySelectorAll("[data-word]")) one.textContent = words[one.dataset.word];
    for (const one of document.querySelectorAll("[data-word-label]")) one.setAttribute("aria-label", words[one.dataset.wordLabel]);
    for (const one of document.querySelectorAll("[data-word-title]")) one.title = words[one.dataset.wordTitle];
    for (const one of document.querySelectorAll("[data-word-placeholder]")) one.placeholder = words[one.dataset.wordPlaceholder];
  };

  /** Returns a message in the form that its language has for `n`, with its slots filled. */
  const counted = (message, lang, n, values = {}) =>
    globalThis.dragoman.text.filled(message[new Intl.PluralRules(lang).select(n)] ?? message.many ?? message.other, { ...values, n });

  /** Fills `place`, a select, with the languages, each by its own name; `changed` is told the one taken. */
  const languages = (place, all, changed) => {
    for (const lang of all) {
      const option = document.createElement("option");
      Object.assign(option, { value: lang, lang, textContent: new Intl.DisplayNames([lang], { type: "language" }).of(lang) });
      option.textContent = option.textContent.replace(/^./u, (first) => first.toLocaleUpperCase(lang));
      place.append(option);
    }
    place.addEventListener("change", () => changed(place.value));
  };

  /** Says on `button` that its work is `done`, and a little later what it does again. */
  const done = (button, said, before) => {
    button.textContent = said;
    setTimeout(() => { button.textContent = before(); }, 2000);
  };

  globalThis.dragoman.tongue = { done, speak, counted, languages };
}
