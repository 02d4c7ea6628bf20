// The legend says what each shape and line stands for, counts it, and hides it when asked.
"use strict";
{
  const { signs, text, theme } = globalThis.dragoman;
  /** Fills `place` with the legend of `graph`; `changed` is told what is to be hidden whenever that changes. */
  const legend = (place, graph, words, changed) => {
    const off = { family: new Set(), status: new Set(), certainty: new Set() };
    const count = (items, of) => items.reduce((sum, item) => sum.set(of(item), (sum.get(of(item)) ?? 0) + 1), new Map());

    const group = (kind, title, entries) => {
      if (entries.length < 1) return;
      const list = text.element("div", "entries");
      for (const { name, label, number, icon } of entries) {
        const button = text.element("button", "entry", icon, text.element("span", "name", label), text.element("span", "number", String(number)));
        button.type = "button";
        button.dataset[kind] = name;
        button.setAttribute("aria-pressed", "true");
        button.addEventListener("click", () => {
          const hide = !off[kind].has(name);
          off[kind][hide ? "add" : "delete"](name);
          button.setAttribute("aria-pressed", String(!hide));
          changed(hidden);
        });
        list.append(button);
      }
      place.append(text.element("h2", "", title), list);
    };

    const hidden = (item) =>
      ("group" in item && off.family.has(item.group)) ||
      ((!("group" in item) || item.group === "deal") && theme.STATUSES.includes(item.status) && concernsDeal(item) && off.status.has(item.status)) ||
      ((!("group" in item) || item.status) && off.certainty.has(item.certainty));

    const concernsDeal = (item) => item.group === "deal" || ("from" in item && [item.from, item.to].some((id) => graph.nodes[id].group === "deal"));

    const families = count(graph.nodes, (node) => node.group);
    const shapes = new Map(graph.nodes.map((node) => [node.group, node.shape]));
    group("family", words.classes, theme.FAMILIES.filter((name) => families.has(name)).map((name) => ({
      name, label: words.family[name], number: families.get(name),
      icon: signs.sign(shapes.get(name), `of-${name}`),
    })));
    const statuses = count(graph.nodes.filter((node) => node.group === "deal"), (node) => node.status);
    group("status", words.statuses, theme.STATUSES.filter((name) => statuses.has(name)).map((name) => ({
      name, label: words.status[name], number: statuses.get(name), icon: signs.sign("line", `line at-${name.toLowerCase()}`),
    })));
    const certainties = count(graph.statements, (statement) => statement.certainty);
    const known = ["Asserted", "Conditional", "Denied"].filter((name) => certainties.has(name));
    group("certainty", words.certainties, known.map((name) => ({
      name, label: words.certainty[name], number: certainties.get(name), icon: signs.sign("line", `line is-${name.toLowerCase()}`),
    })));
  };

  globalThis.dragoman.legend = { legend, sign: signs.sign };
}
