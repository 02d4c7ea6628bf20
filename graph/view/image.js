// The picture as an image to be passed on: under its title, above what its signs stand for and the articles it rests on.
"use strict";
{
  const { signs, text, theme } = globalThis.dragoman;
  const WIDE = 2400; // pixels that an image has across, at least
  const [EDGE, HEAD, ROW, GAP] = [20, 52, 24, 22]; // in pixels of the screen
  const SOURCES = 6;

  /** Returns what the image explains: each class, status of a deal and certainty that is shown, with its colour and word. */
  const entries = (graph, result, colours, words) => {
    const nodes = graph.nodes.filter((node) => result.nodes.has(node.id));
    const deals = new Set(nodes.filter((node) => node.group === "deal").map((node) => node.status));
    const certainties = new Set([...result.edges].map((edge) => graph.edges[edge].certainty));
    const shapes = new Map(nodes.map((node) => [node.group, node.shape]));
    return [
      ...theme.FAMILIES.filter((name) => shapes.has(name)).map((name) => ({ shape: shapes.get(name), colour: colours.family[name], word: words.family[name] })),
      ...theme.STATUSES.filter((name) => deals.has(name)).map((name) => ({ shape: shapes.get("deal"), colour: colours.status[name], word: words.status[name], status: name })),
      ...["Conditional", "Denied"].filter((name) => certainties.has(name)).map((name) => ({ line: name, colour: colours.edge, word: words.certainty[name] })),
    ];
  };

  /** Returns the articles of what is shown, in few words. */
  const sources = (graph, result, words) => {
    const told = [...new Set(result.statements.map((place) => graph.statements[place].article))].map((place) => graph.articles[place]);
    const isolated = (name) => `\u2068${text.plain(name)}\u2069`; // whatever the direction of its letters
    const named = told.map((one) => [isolated(one.outlet || one.title || words.untitled), one.published && text.dated(one.published, graph.lang)].filter(Boolean).join(" · "));
    const rest = told.length - SOURCES;
    return [words.facets.article, ...named.slice(0, SOURCES), ...(rest > 0 ? [text.filled(words.others, { n: rest })] : [])];
  };

  /** Lays texts of some width in rows, from the side on which reading begins; returns the rows, each of [text, place]. */
  const rows = (items, widthOf, wide) => {
    const found = [[]];
    let at = 0;
    for (const item of items) {
      const width = widthOf(item);
      if (at && at + width > wide) {
        found.push([]);
        at = 0;
      }
      found.at(-1).push([item, at]);
      at += width + GAP;
    }
    return found.filter((row) => row.length);
  };

  const sign = (pen, entry, x, y, colours) => {
    pen.save();
    pen.translate(x, y);
    if (entry.line) {
      Object.assign(pen, { strokeStyle: entry.colour, lineWidth: 2, globalAlpha: entry.line === "Denied" ? 0.4 : 1 });
      pen.setLineDash(entry.line === "Conditional" ? [5, 3] : []);
      pen.beginPath();
      pen.moveTo(-8, 0);
      pen.lineTo(8, 0);
      pen.stroke();
    } else signs.paint(pen, { shape: entry.shape, status: entry.status, certainty: "Asserted" }, { ...colours, radius: 7.5, colour: entry.colour, faint: 1 });
    pen.restore();
  };

  /** Returns a canvas with the picture, its `title`, a legend of what `result` shows and the articles behind it. */
  const image = (graph, picture, result, title) => {
    const words = graph.messages[graph.lang];
    const colours = theme.colours();
    const serif = getComputedStyle(document.documentElement).getPropertyValue("--serif").trim() || "serif";
    const shown = document.getElementById("drawing").clientWidth || WIDE / 2;
    const density = Math.min(4, Math.max(2, devicePixelRatio, WIDE / shown));
    const drawn = picture.paint(density);
    const [wide, high] = [drawn.width / density, drawn.height / density];
    const made = document.createElement("canvas");
    const pen = made.getContext("2d");
    const right = words.direction === "rtl";
    const small = `13px ${colours.sans}`;
    pen.font = small;
    const legend = rows(entries(graph, result, colours, words), (one) => 26 + pen.measureText(one.word).width, wide - 2 * EDGE);
    const told = rows(sources(graph, result, words), (one) => pen.measureText(one).width, wide - 2 * EDGE);
    Object.assign(made, { width: drawn.width, height: Math.round((HEAD + high + (legend.length + told.length) * ROW + EDGE) * density) });
    pen.scale(density, density);
    pen.fillStyle = colours.ground;
    pen.fillRect(0, 0, wide, made.height / density);
    pen.drawImage(drawn, 0, HEAD, wide, high);
    Object.assign(pen, { textBaseline: "middle", direction: words.direction, textAlign: right ? "right" : "left", fillStyle: colours.ink, font: `600 22px ${serif}` });
    const from = (at) => (right ? wide - EDGE - at : EDGE + at);
    pen.fillText(text.plain(title), from(0), HEAD / 2, wide - 2 * EDGE);
    pen.font = small;
    legend.forEach((row, i) => row.forEach(([entry, at]) => {
      const y = HEAD + high + (i + 0.5) * ROW;
      sign(pen, entry, from(at + 9), y, colours);
      pen.fillStyle = colours.ink;
      pen.fillText(entry.word, from(at + 24), y);
    }));
    pen.fillStyle = colours.muted;
    told.forEach((row, i) => row.forEach(([source, at]) => pen.fillText(source, from(at), HEAD + high + (legend.length + i + 0.5) * ROW)));
    return made;
  };

  globalThis.dragoman.image = image;
}
