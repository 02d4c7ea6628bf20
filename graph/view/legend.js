// The legend says what each shape and line stands for, counts it, and hides it when asked.
"use strict";
{
  const { text, theme } = globalThis.dragoman;
  const SVG = "http://www.w3.org/2000/svg";
  const PATHS = {
    dot: "M8 3a5 5 0 1 0 0.01 0z",
    square: "M3.5 3.5h9v9h-9z",
    diamond: "M8 2l6 6-6 6-6-6z",
    triangle: "M8 2.5l6 10.5h-12z",
    triangleDown: "M8 13.5l6-10.5h-12z",
    hexagon: "M5 3h6l3.2 5-3.2 5h-6l-3.2-5z",
    star: "M8 1.5l1.9 4.3 4.6.4-3.5 3.1 1 4.6-4-2.4-4 2.4 1-4.6-3.5-3.1 4.6-.4z",
    line: "M1 8h14",
  };

  /** Returns the sign of a shape as the picture draws it, in the colour that `className` gives it. */
  const sign = (shape, className) => {
    const svg = document.createElementNS(SVG, "svg");
    svg.setAttribute("viewBox", "0 0 16 16");
    svg.setAttribute("aria-hidden", "true");
    svg.setAttribute("class", `sign ${className}`);
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", PATHS[shape] ?? PATHS.dot);
    svg.append(path);
    return svg;
  };

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
      icon: sign(shapes.get(name), `of-${name}${theme.OUTLINED.has(name) ? " outlined" : ""}`),
    })));
    const statuses = count(graph.nodes.filter((node) => node.group === "deal"), (node) => node.status);
    group("status", words.statuses, theme.STATUSES.filter((name) => statuses.has(name)).map((name) => ({
      name, label: words.status[name], number: statuses.get(name), icon: sign("line", `line at-${name.toLowerCase()}`),
    })));
    const certainties = count(graph.statements, (statement) => statement.certainty);
    const known = ["Asserted", "Conditional", "Denied"].filter((name) => certainties.has(name));
    group("certainty", words.certainties, known.map((name) => ({
      name, label: words.certainty[name], number: certainties.get(name), icon: sign("line", `line is-${name.toLowerCase()}`),
    })));
  };

  globalThis.dragoman.legend = { legend, sign };
}
