// The legend says what each shape and line stands for, counts it, and filters: one switches an entry off, or keeps it alone.
"use strict";
{
  const { attention, facets, signs, text, theme } = globalThis.dragoman;
  const MOST = 200; // entries of one question that are listed; the link and the panel reach the rest
  const ORDERED = { family: theme.FAMILIES, status: [...theme.STATUSES, "Planned", "Held", "Postponed", "Initialled", "Renewed", "Expired", "Annulled"], certainty: ["Asserted", "Conditional", "Denied"] };
  const OPEN = new Set(["family", "status", "certainty"]);

  /** Fills `place` with the legend of `graph`; `changed` is told a question and the keys to be left out whenever they change. */
  const legend = (place, graph, changed) => {
    const words = graph.messages[graph.lang];
    const labels = facets.labels(graph, words, graph.lang);
    const shapes = new Map(graph.nodes.map((node) => [node.group, node.shape]));
    /** What stands where, so that a status shows the signs that the picture has of it: a deal's in the colour of the status. */
    const standing = [...new Set(graph.nodes.filter((node) => node.happening >= 0).map((node) => `${node.group} ${node.status}`))]
      .map((one) => one.split(" "))
      .sort(([a], [b]) => theme.FAMILIES.indexOf(a) - theme.FAMILIES.indexOf(b));
    const entries = new Map();
    const resets = new Map();
    let off = {};

    const icon = (facet, name) => {
      if (facet === "family") return signs.sign(shapes.get(name), `of-${name}`);
      if (facet === "status") return text.element("span", "signs", ...standing.filter(([, status]) => status === name).map(([family]) => signs.sign(shapes.get(family), family === "deal" ? `at-${name.toLowerCase()}` : `of-${family}`)));
      if (facet === "certainty") return signs.sign("line", `line is-${name.toLowerCase()}`);
      return undefined;
    };
    const row = (facet, name, all) => {
      const label = labels[facet].get(name);
      const number = text.element("span", "number");
      const entry = text.button("entry", [icon(facet, name), text.tongue(label, graph.lang, "name"), number], () =>
        changed(facet, off[facet].includes(name) ? off[facet].filter((one) => one !== name) : [...off[facet], name]),
      );
      entry.dataset[facet] = name;
      const only = text.button("only", words.only, () => changed(facet, all.filter((one) => one !== name)));
      only.setAttribute("aria-label", text.filled(words.only_this, { name: text.plain(text.named(label, graph.lang)) }));
      entries.set(`${facet} ${name}`, { facet, name, entry, number });
      return text.element("div", "facet", entry, only);
    };

    /** Shows what is switched off and how much each entry has. */
    const show = (state, counts) => {
      off = state.off;
      for (const { facet, name, entry, number } of entries.values()) {
        entry.setAttribute("aria-pressed", String(!off[facet].includes(name)));
        number.textContent = String(counts[facet].get(name) ?? 0);
      }
      for (const [facet, reset] of resets) attention.moved(() => { reset.hidden = !off[facet].length; }, reset.parentElement.querySelector(".entry"));
    };

    const called = (facet, name) => text.named(labels[facet].get(name), graph.lang);

    const fill = (counts) => {
      place.replaceChildren();
      for (const facet of facets.FACETS) {
        const all = facets.every(graph, facet);
        if (!all.length || (all.length === 1 && all[0] === "")) continue;
        const rank = (name) => (ORDERED[facet] ? (name ? ORDERED[facet].indexOf(name) >>> 0 : Infinity) : name ? -(counts[facet].get(name) ?? 0) : Infinity);
        const listed = [...all].sort((a, b) => rank(a) - rank(b) || called(facet, a).localeCompare(called(facet, b), graph.lang)).slice(0, MOST);
        const reset = text.button("reset", words.all, () => changed(facet, []));
        reset.setAttribute("aria-label", text.filled(words.all_of, { name: words.facets[facet] }));
        resets.set(facet, reset);
        const summary = text.element("summary", "", text.element("h2", "", words.facets[facet]));
        const list = text.element("div", "entries", reset, ...listed.map((name) => row(facet, name, all)));
        if (listed.length < all.length) list.append(text.element("p", "more", text.filled(words.others, { n: all.length - listed.length })));
        list.setAttribute("aria-label", words.facets[facet]);
        reset.hidden = true;
        attention.walked(list);
        const group = text.element("details", "question", summary, list);
        group.open = OPEN.has(facet);
        place.append(group);
      }
    };

    return { fill, show };
  };

  globalThis.dragoman.legend = { legend };
}
