// Where the keyboard is: when what had the focus is made anew or goes away, something that stands for it has it next.
"use strict";
{
  /** Gives the focus to a heading or button, without moving what is in view. */
  const give = (one) => {
    if (!one) return;
    if (!one.matches("button, input, summary, a, [tabindex]")) one.tabIndex = -1;
    one.focus({ preventScroll: true });
  };

  const visible = (one) => Boolean(one?.isConnected && one.getClientRects().length && (one.checkVisibility?.() ?? true)); // what a closed <details> holds has a place all the same

  const heading = (place) => place.querySelector("h1, h2.title");

  /** Calls `fill`, which makes the content of `place` anew; a focus that was in it goes to the same way, else to the heading. */
  const kept = (place, fill) => {
    const had = document.activeElement;
    if (!place.contains(had)) return fill();
    const way = had.closest(".ways") !== null;
    fill();
    if (place.contains(document.activeElement)) return undefined;
    return give((way && place.querySelector(".ways [aria-pressed='true']")) || heading(place));
  };

  /** Calls `hide`; a focus that it takes away goes to the first of `others` that can be seen. */
  const moved = (hide, ...others) => {
    const had = document.activeElement;
    hide();
    if (had !== document.body && !visible(had)) give(others.find(visible));
  };

  /** Makes the buttons of `list` one stop of the Tab key, walked by arrows, Home and End. */
  const walked = (list) => {
    const buttons = () => [...list.querySelectorAll("button")].filter((one) => !one.hidden);
    const stop = (one) => buttons().forEach((other) => (other.tabIndex = other === one ? 0 : -1));
    stop(buttons()[0]);
    list.setAttribute("role", "toolbar");
    list.setAttribute("aria-orientation", "vertical");
    list.addEventListener("focusin", ({ target }) => stop(target));
    list.addEventListener("keydown", (pressed) => {
      const all = buttons();
      const at = all.indexOf(document.activeElement);
      const next = { ArrowDown: at + 1, ArrowRight: at + 1, ArrowUp: at - 1, ArrowLeft: at - 1, Home: 0, End: all.length - 1 }[pressed.key];
      if (next === undefined) return;
      pressed.preventDefault();
      all[(next + all.length) % all.length].focus();
    });
  };

  globalThis.dragoman.attention = { give, heading, visible, kept, moved, walked };
}
