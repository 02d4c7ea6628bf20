// Finds a node by any of its names, accents and case aside, and leads to it.
"use strict";
{
  const { text } = globalThis.dragoman;
  const MOST = 8;

  /** Returns the nodes that bear `query` in a name, those whose name begins with it first, then the best attested. */
  const matches = (index, query) => {
    const wanted = text.fold(query);
    if (!wanted) return [];
    const found = [];
    for (const entry of index) {
      const place = Math.min(...entry.names.map((name) => (name.startsWith(wanted) ? 0 : ` ${name}`.includes(` ${wanted}`) ? 1 : name.includes(wanted) ? 2 : 3)));
      if (place < 3) found.push({ ...entry, place });
    }
    return found.sort((a, b) => a.place - b.place || b.weight - a.weight || a.id - b.id).slice(0, MOST);
  };

  /** Returns what `matches` looks through: each node with its folded names. */
  const index = (nodes) =>
    nodes.map((node) => ({
      id: node.id,
      weight: node.statements.length,
      names: [...new Set([...Object.values(node.labels), ...node.names].map(text.fold))],
    }));

  /** Makes `input` and `list` a search box over `graph`; `chosen` is told the node. */
  const search = (input, list, graph, words, chosen) => {
    const known = index(graph.nodes);
    let found = [];
    let at = -1;

    const close = () => {
      list.hidden = true;
      input.setAttribute("aria-expanded", "false");
      input.removeAttribute("aria-activedescendant");
      at = -1;
    };
    const mark = (next) => {
      at = (next + found.length) % found.length;
      [...list.children].forEach((option, i) => option.setAttribute("aria-selected", String(i === at)));
      input.setAttribute("aria-activedescendant", list.children[at].id);
      list.children[at].scrollIntoView({ block: "nearest" });
    };
    const take = (entry) => {
      close();
      input.value = "";
      input.blur();
      chosen(entry.id);
    };
    const suggest = () => {
      found = matches(known, input.value);
      list.replaceChildren(
        ...found.map((entry, i) => {
          const node = graph.nodes[entry.id];
          const option = text.element(
            "li", "", globalThis.dragoman.legend.sign(node.shape, `of-${node.group}`),
            text.strange(text.named(node.labels, graph.lang), "name"), text.element("span", "kind", words.kind[node.kind] ?? node.kind),
          );
          option.id = `found-${i}`;
          option.setAttribute("role", "option");
          option.setAttribute("aria-selected", "false");
          option.addEventListener("mousedown", (event) => {
            event.preventDefault();
            take(entry);
          });
          return option;
        }),
      );
      if (!found.length && text.fold(input.value)) list.append(text.element("li", "none", words.nothing_found));
      list.hidden = !list.children.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      at = -1;
    };

    input.addEventListener("input", suggest);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape") close();
      else if (!found.length || list.hidden) return;
      else if (event.key === "ArrowDown") mark(at + 1);
      else if (event.key === "ArrowUp") mark(at < 0 ? -1 : at - 1);
      else if (event.key === "Enter") take(found[Math.max(at, 0)]);
      else return;
      event.preventDefault();
    });
  };

  globalThis.dragoman.search = { matches, index, search };
}
