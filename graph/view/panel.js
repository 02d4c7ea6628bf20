// What is stated of the thing chosen: each happening as a sentence, where it stands, what differs, and the words behind it.
"use strict";
{
  const { evidence, shown, signs, text, theme, tongue } = globalThis.dragoman;
  const FEW = 3; // up to so many happenings, the words are open; beyond, each is one click away
  const SPELLINGS = 6;

  const AT_ONCE = 300; // happenings that are listed before one asks for more

  /** Returns a function that fills `place` with what is chosen; `choose` is called for what is chosen in it. */
  const panel = (place, graph, words, choose) => {
    const { nodeButton, valued, told, source } = evidence.evidence(graph, words, choose);
    const sentence = (one) => text.named(one.sentence, graph.lang);
    const named = (name) => text.named(graph.properties[name] ?? { [graph.lang]: words.columns?.[name] ?? name }, graph.lang);
    const look = (node) => (node.group === "deal" && theme.STATUSES.includes(node.status) ? `at-${node.status.toLowerCase()}` : `of-${node.group}`);

    const chips = ({ status, certainty }, deal) => {
      const made = text.element("p", "chips");
      if (status) {
        const dot = deal ? text.element("span", `dot at-${status.toLowerCase()}`) : undefined;
        made.append(text.element("span", `chip${status === "Cancelled" ? " struck" : ""}`, dot, words.status[status] ?? status));
      }
      if (certainty && certainty !== "Asserted") made.append(text.element("span", `chip is-${certainty.toLowerCase()}`, words.certainty[certainty] ?? certainty));
      return made.children.length ? made : undefined;
    };

    /** Returns what articles give differently of one happening, side by side, each with the articles that give it. */
    const differing = (fact) => {
      if (!fact?.differing?.length) return undefined;
      const table = text.element("table", "values", text.element("caption", "", words.differing));
      for (const { property, values } of fact.differing) {
        const head = text.element("th", "", named(property));
        head.scope = "row";
        table.append(
          text.element("tr", "", head, ...values.map((one) => {
            const given = one.values.flatMap((value, i) => [i ? ", " : "", property === "status" || property === "certainty" ? (words[property][value] ?? value) : valued(value)]);
            const articles = new Map(one.statements.map((at) => [graph.statements[at].article, graph.statements[at]]));
            return text.element("td", "", text.element("div", "", ...(given.length ? given : ["—"])), ...[...articles.values()].map(source));
          })),
        );
      }
      return text.element("div", "side", table);
    };

    const happening = (statements, here, open) => {
      const fact = graph.happenings[statements[0].fact];
      const node = statements[0].happening;
      const made = text.element("article", "happening");
      const sentences = [...new Set(statements.map(sentence))];
      const heading = text.element("h3");
      if (node >= 0 && node !== here) {
        heading.append(text.button("link", text.tongue(statements[0].sentence, graph.lang), () => choose({ node })));
      } else heading.append(text.tongue(statements[0].sentence, graph.lang));
      made.append(heading, ...[chips(fact ?? statements[0], statements[0].kind === "Deal"), differing(fact)].filter(Boolean));
      const behind = statements.flatMap((one) => [
        ...(sentence(one) !== sentences[0] ? [text.element("p", "differs", text.tongue(one.sentence, graph.lang))] : []),
        ...told(one),
      ]);
      if (open) made.append(...behind);
      else {
        const number = statements.reduce((sum, one) => sum + Math.max(1, one.quotes.length), 0);
        made.append(text.element("details", "words", text.element("summary", "", tongue.counted(words.count_quotations, graph.lang, number)), ...behind));
      }
      return made;
    };

    /** Returns the statements as happenings: what several articles tell of one stands together. */
    const happenings = (places, here) => {
      const together = new Map();
      for (const at of places) {
        const statement = graph.statements[at];
        const key = statement.fact < 0 ? `alone ${at}` : statement.fact;
        together.set(key, [...(together.get(key) ?? []), statement]);
      }
      return [...together.values()].map((statements) => happening(statements, here, together.size <= FEW));
    };

    const kicker = (content, icon) => {
      const button = text.button("close", "×", () => choose(null));
      button.setAttribute("aria-label", words.close);
      button.title = words.close;
      return text.element("div", "kicker", icon, text.element("span", "", content), button);
    };

    const section = (title, children) =>
      children.length
        ? text.element("section", "", text.element("h2", "", title, " ", text.element("span", "number", children.length > 1 ? String(children.length) : "")), ...children)
        : undefined;

    const spellings = (names) => {
      if (!names.length) return undefined;
      const listed = (some) => some.flatMap((name, i) => [i ? " · " : "", text.strange(name)]);
      const also = text.element("div", "also", words.also, " ", ...listed(names.slice(0, SPELLINGS)));
      const rest = names.slice(SPELLINGS);
      if (rest.length) also.append(text.element("details", "rest", text.element("summary", "", text.filled(words.others, { n: rest.length })), ...listed(rest)));
      return also;
    };

    /** Returns the node's edges, each to be chosen like in the picture, in a part that is made when it is opened. */
    const relations = (node) => {
      const edges = shown.edgesOf(graph)[node.id];
      if (!edges.length) return undefined;
      const list = text.element("ul", "edges");
      const row = (edge) => {
        const away = edge.from === node.id;
        const arrow = text.element("span", "arrow", away ? "→" : "←");
        arrow.setAttribute("aria-hidden", "true");
        const parts = [text.tongue(edge.labels, graph.lang), " ", arrow, " ", text.tongue(graph.nodes[shown.otherEnd(edge, node.id)].labels, graph.lang)];
        return text.element("li", "", text.button("link", parts, () => choose({ edge: edge.id })));
      };
      const made = text.element("details", "relations", text.element("summary", "", text.element("h2", "", words.relations, " ", text.element("span", "number", String(edges.length)))), list);
      made.addEventListener("toggle", () => made.open && !list.children.length && list.append(...edges.map(row)));
      return made;
    };

    const ofNode = (node) => {
      const own = node.happening >= 0; // its labels are words of ours
      const label = text.named(node.labels, graph.lang);
      const others = [...new Set([...(own ? [] : Object.values(node.labels)), ...node.names])].filter((name) => name !== label);
      const links = node.same.map((address) => evidence.outside(address, `Wikidata ${address.split("/").pop()}`)).filter((link) => typeof link !== "string");
      const offices = node.statements.filter((at) => graph.statements[at].kind === "Tenure");
      const rest = node.statements.filter((at) => graph.statements[at].kind !== "Tenure");
      const held = section(words.offices, happenings(offices, node.id));
      const facts = section(words.happenings, happenings(rest, node.id));
      return [
        kicker(words.kind[node.kind] ?? node.kind, signs.sign(node.shape, look(node))),
        text.element("h1", "", text.tongue(node.labels, graph.lang)),
        spellings(others),
        links.length ? text.element("p", "links", ...links) : undefined,
        ...(node.offices.length ? [held, facts] : [facts, held]), // what a person is comes first, who serves a country last
        relations(node),
      ];
    };

    const ofEdge = (edge) => {
      const verb = text.tongue(edge.labels, graph.lang);
      verb.classList.add("verb");
      return [
        kicker(words.relation),
        text.element("h1", "ends", nodeButton(edge.from), " ", verb, " ", nodeButton(edge.to)),
        section(words.happenings, happenings(edge.statements, -1)),
      ];
    };

    const overview = (seen, most = AT_ONCE) => {
      const listed = graph.happenings.filter((_, i) => !seen || seen.has(i)).sort((a, b) => (a.earliest || "9999").localeCompare(b.earliest || "9999"));
      const list = text.element("ol", "overview");
      let day;
      for (const fact of listed.slice(0, most)) {
        const date = fact.earliest && graph.statements[fact.statements.find((at) => graph.statements[at].date) ?? fact.statements[0]].date;
        const heading = date ? text.dated(date, graph.lang) : words.undated;
        if (heading !== day) list.append(text.element("li", "day", heading));
        day = heading;
        const node = graph.nodes[fact.node];
        const button = text.element("button", "fact", node ? signs.sign(node.shape, look(node)) : undefined, text.tongue(fact.sentence, graph.lang));
        button.type = "button";
        button.addEventListener("click", () => choose(fact.node < 0 ? null : { node: fact.node }));
        list.append(text.element("li", "", button));
      }
      if (listed.length > most) {
        const more = text.element("button", "tool", text.filled(words.show_more, { n: listed.length - most }));
        more.type = "button";
        more.addEventListener("click", () => place.replaceChildren(...overview(seen, Infinity)));
        list.append(text.element("li", "", more));
      }
      return [text.element("h2", "title", words.overview), text.element("p", "hint", words.overview_hint), list];
    };

    /** Fills the panel with what is chosen, or with the happenings that are `seen`, by their places. */
    const fill = (what, seen) => {
      place.setAttribute("aria-live", what ? "polite" : "off"); // the list changes with every filter, which is not to be read out each time
      const parts = !what ? overview(seen) : "node" in what ? ofNode(graph.nodes[what.node]) : ofEdge(graph.edges[what.edge]);
      place.replaceChildren(...parts.filter(Boolean));
      place.scrollTop = 0;
      place.classList.toggle("open", Boolean(what));
    };
    fill.evidence = told;
    return fill;
  };

  globalThis.dragoman.panel = panel;
}
