// Colours come from the style sheet alone, so that the picture follows light and dark like the rest of the page.
"use strict";
{
  const FAMILIES = [
    "country", "official", "agency", "company", "outlet", "event", "agreement", "deal", "cooperation", "place", "topic", "other",
  ];
  const STATUSES = ["Interest", "Proposed", "Negotiation", "Agreed", "Signed", "Delivered", "Cancelled"];

  /** Returns the colours of the current theme by the names that the style sheet gives them. */
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    const family = Object.fromEntries(FAMILIES.map((name) => [name, colour(name)]));
    const status = Object.fromEntries(STATUSES.map((name) => [name, colour(`status-${name.toLowerCase()}`)]));
    return {
      family,
      status,
      ink: colour("ink"),
      muted: colour("muted"),
      edge: colour("edge"),
      ground: colour("ground"),
      accent: colour("accent"),
      sans: style.getPropertyValue("--sans").trim(),
      /** Returns the colour of a node: a deal's is where it stands, any other's is its class. */
      of: (node) => (node.group === "deal" && status[node.status]) || family[node.group] || family.other,
    };
  };

  /** Calls `changed` whenever the reader's system turns light or dark, and when the page goes to paper, which is light. */
  const watch = (changed) => ["(prefers-color-scheme: dark)", "print"].forEach((query) => matchMedia(query).addEventListener("change", changed));

  globalThis.dragoman.theme = { FAMILIES, STATUSES, colours, watch };
}
