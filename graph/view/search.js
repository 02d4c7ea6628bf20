// A box in which one types a name and is offered the nodes that bear it.
"use strict";
{
  const { spelling, text, signs } = globalThis.dragoman;

  /** Makes `input` and `list` a search box over `graph`; `chosen` is told the node; a box that `keeps` shows what was taken. */
  const search = (input, list, graph, chosen, keeps = false) => {
    let known;
    let found = [];
    let at = -1;

    const words = () => graph.messages[graph.lang];
    const label = (id) => text.plain(text.named(graph.nodes[id].labels, graph.lang));
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
      input.value = keeps ? label(entry.id) : "";
      chosen(entry.id);
    };
    const option = (entry, i) => {
      const node = graph.nodes[entry.id];
      const made = text.element(
        "li", "", signs.sign(node.shape, `of-${node.group}`), text.tongue(node.labels, graph.lang, "name"),
        text.element("span", "kind", words().kind[node.kind] ?? node.kind),
      );
      made.id = `${list.id}-${i}`;
      made.setAttribute("role", "option");
      made.setAttribute("aria-selected", "false");
      made.addEventListener("mousedown", (event) => {
        event.preventDefault();
        take(entry);
      });
      return made;
    };
    const suggest = () => {
      known ??= spelling.index(graph.nodes);
      found = spelling.matches(known, input.value);
      list.replaceChildren(...found.map(option));
      if (!found.length && text.fold(input.value)) {
        const none = text.element("li", "none", words().nothing_found);
        none.setAttribute("role", "option");
        none.setAttribute("aria-disabled", "true");
        list.append(none);
      }
      list.hidden = !list.children.length;
      input.setAttribute("aria-expanded", String(!list.hidden));
      at = -1;
    };

    input.addEventListener("input", suggest);
    input.addEventListener("blur", close);
    input.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && !list.hidden) close();
      else if (!found.length || list.hidden) return;
      else if (event.key === "ArrowDown") mark(at + 1);
      else if (event.key === "ArrowUp") mark(at < 0 ? -1 : at - 1);
      else if (event.key === "Enter") take(found[Math.max(at, 0)]);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    return { show: (id) => { input.value = id >= 0 ? label(id) : ""; } };
  };

  globalThis.dragoman.search = search;
}
