// The ways between two nodes, told step by step, each with the words it rests on.
"use strict";
{
  const { routes, text } = globalThis.dragoman;

  /** Fills `place` with the ways from one node to another; `tell` gives the evidence of a statement, `choose` is told what is chosen. */
  const connection = (place, graph, ways, ends, { tell, choose, follow, close, followed }) => {
    const words = graph.messages[graph.lang];
    const node = (id) => text.button("link", text.tongue(graph.nodes[id].labels, graph.lang), () => choose({ node: id }));
    const hop = ({ edge, from, to }) => {
      const { labels, from: begins } = graph.edges[edge];
      const said = text.button("verb", text.tongue(labels, graph.lang), () => choose({ edge }));
      const arrow = text.element("span", "arrow", begins === from ? "→" : "←");
      arrow.setAttribute("aria-hidden", "true");
      return begins === from ? [" ", said, " ", arrow, " ", node(to)] : [" ", arrow, " ", said, " ", node(to)];
    };
    const step = ({ hops, statements }) => {
      const line = text.element("h2", "", node(hops[0].from), ...hops.flatMap(hop));
      const seen = new Set();
      const told = statements.filter((one) => {
        const same = graph.statements[one].quotes.map((quote) => quote.words).join();
        return !seen.has(same) && seen.add(same);
      });
      return text.element("li", "step happening", line, ...told.slice(0, 3).flatMap((one) => tell(graph.statements[one])).filter(Boolean));
    };

    const title = text.element("h1", "ends", node(ends[0]), " ⋯ ", node(ends[1]));
    const shut = text.button("close", "×", close);
    shut.setAttribute("aria-label", words.close);
    shut.title = words.close;
    const parts = [text.element("div", "kicker", text.element("span", "", words.path), shut), title];
    if (!ways.length) parts.push(text.element("p", "hint", ends[0] === ends[1] ? words.same_ends : words.no_path));
    if (ways.length > 1) {
      const choice = text.element("p", "ways");
      ways.forEach((_, i) => {
        const made = text.button("tool", text.filled(words.way, { n: i + 1 }), () => follow(i));
        made.setAttribute("aria-pressed", String(i === followed));
        choice.append(made);
      });
      parts.push(choice);
    }
    if (ways.length) parts.push(text.element("ol", "path", ...routes.steps(graph, ends[0], ways[followed]).map(step)));
    place.replaceChildren(...parts);
    place.scrollTop = 0;
    place.classList.add("open");
  };

  globalThis.dragoman.connection = connection;
}
