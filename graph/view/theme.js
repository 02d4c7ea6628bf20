// Colours come from the style sheet alone, so that the picture follows light and dark like the rest of the page.
"use strict";
{
  const FAMILIES = [
    "country", "official", "agency", "company", "outlet", "event", "agreement", "deal", "cooperation", "place", "topic", "other",
  ];
  const STATUSES = ["Interest", "Proposed", "Negotiation", "Agreed", "Signed", "Delivered", "Cancelled"];
  const OUTLINED = new Set(["company", "place"]);

  /** Returns the colours of the current theme by the names that the style sheet gives them. */
  const colours = () => {
    const style = getComputedStyle(document.documentElement);
    const colour = (name) => style.getPropertyValue(`--${name}`).trim();
    return {
      family: Object.fromEntries(FAMILIES.map((name) => [name, colour(name)])),
      status: Object.fromEntries(STATUSES.map((name) => [name, colour(`status-${name.toLowerCase()}`)])),
      ink: colour("ink"),
      muted: colour("muted"),
      edge: colour("edge"),
      ground: colour("ground"),
      accent: colour("accent"),
      sans: style.getPropertyValue("--sans").trim(),
    };
  };

  /** Returns how vis-network is to draw each family. */
  const groups = (theme, many) =>
    Object.fromEntries(
      FAMILIES.map((name) => {
        const own = theme.family[name];
        const fill = OUTLINED.has(name) ? theme.ground : own;
        const border = OUTLINED.has(name) ? own : theme.ground;
        const country = name === "country";
        return [
          name,
          {
            color: { background: fill, border, highlight: { background: fill, border: theme.accent }, hover: { background: fill, border: theme.accent } },
            borderWidth: OUTLINED.has(name) ? 3 : many ? 0 : 2, // borders keep their width however small the node is drawn
            font: {
              color: name === "topic" || name === "place" ? theme.muted : theme.ink,
              size: country ? 21 : 14,
              face: theme.sans,
              strokeWidth: 4,
              strokeColor: theme.ground,
            },
          },
        ];
      }),
    );

  /** Calls `changed` whenever the reader's system turns light or dark. */
  const watch = (changed) => matchMedia("(prefers-color-scheme: dark)").addEventListener("change", changed);

  globalThis.dragoman.theme = { FAMILIES, STATUSES, OUTLINED, colours, groups, watch };
}
