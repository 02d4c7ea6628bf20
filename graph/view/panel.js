// What is stated of the thing chosen, each statement with its quotation, who said it, and where.
"use strict";
{
  const { text, legend } = globalThis.dragoman;

  /** Returns a function that fills `place` with what is chosen; `choose` is called for what is chosen in it. */
  const panel = (place, graph, words, choose) => {
    const label = (node) => text.named(node.labels, graph.lang);
    const bare = (statement) => text.named(statement.sentence, graph.lang);

    const nodeButton = (id) => {
      const button = text.element("button", "link", text.strange(label(graph.nodes[id])));
      button.type = "button";
      button.addEventListener("click", () => choose({ node: id }));
      return button;
    };

    const speaker = (who) => (typeof who === "number" ? nodeButton(who) : text.strange(text.named(who, graph.lang)));

    const outside = (address, content, className) => {
      const url = text.webAddress(address);
      if (!url) return content;
      const link = text.element("a", className ?? "", content);
      link.href = url;
      link.rel = "noopener noreferrer external";
      link.target = "_blank";
      return link;
    };

    /** Returns a sentence of an article with the words marked that stand for somebody or something. */
    const quotation = (quote, language) => {
      const letters = Array.from(quote.words);
      const made = text.element("blockquote");
      made.dir = "auto";
      if (language) made.lang = language;
      let at = 0;
      for (const [begin, end, id] of quote.marks) {
        if (begin < at || end > letters.length) continue;
        made.append(letters.slice(at, begin).join(""));
        const mark = text.element("mark", id >= 0 ? `of-${graph.nodes[id].group}` : "", letters.slice(begin, end).join(""));
        if (id >= 0) mark.title = text.plain(label(graph.nodes[id]));
        made.append(mark);
        at = end;
      }
      made.append(letters.slice(at).join(""));
      return made;
    };

    const chips = (statement) => {
      const made = text.element("p", "chips");
      if (statement.status) made.append(text.element("span", `chip at-${statement.status.toLowerCase()}`, words.status[statement.status] ?? statement.status));
      if (statement.certainty !== "Asserted") made.append(text.element("span", "chip", words.certainty[statement.certainty] ?? statement.certainty));
      return made.children.length ? made : undefined;
    };

    const source = (statement) => {
      const article = graph.articles[statement.article];
      const said = text.element("p", "said");
      if (statement.speakers.length) {
        const [before, after] = words.said_by.split("{speaker}");
        said.append(before, ...statement.speakers.flatMap((who, i) => (i ? [", ", speaker(who)] : [speaker(who)])), after ?? "");
      } else said.append(words.said_by_article);
      const title = text.strange(article.title || words.untitled);
      const about = [article.outlet && text.strange(article.outlet), article.published && text.dated(article.published, graph.lang)].filter(Boolean);
      const from = text.element("p", "from", outside(article.url, title));
      for (const part of about) from.append(" · ", part);
      return text.element("footer", "", said, from);
    };

    const evidence = (statement) => [
      chips(statement),
      ...statement.quotes.map((quote) => quotation(quote, graph.articles[statement.article].language)),
      source(statement),
    ];

    /** Returns the statements as happenings: what several articles tell of one stands together. */
    const happenings = (places, here) => {
      const together = new Map();
      for (const place of places) {
        const statement = graph.statements[place];
        const key = statement.happening < 0 ? `alone-${place}` : statement.happening;
        together.set(key, [...(together.get(key) ?? []), statement]);
      }
      return [...together].map(([key, told]) => {
        const made = text.element("article", "happening");
        const sentences = [...new Set(told.map(bare))];
        const heading = text.element("h3", "", text.strange(sentences[0]));
        if (typeof key === "number" && key !== here) {
          const button = text.element("button", "link", text.strange(sentences[0]));
          button.type = "button";
          button.addEventListener("click", () => choose({ node: key }));
          heading.replaceChildren(button);
        }
        made.append(heading);
        for (const statement of told) {
          if (bare(statement) !== sentences[0]) made.append(text.element("p", "differs", text.strange(bare(statement))));
          made.append(...evidence(statement).filter(Boolean));
        }
        return made;
      });
    };

    const kicker = (content, icon) => {
      const button = text.element("button", "close", "×");
      button.type = "button";
      button.setAttribute("aria-label", words.close);
      button.title = words.close;
      button.addEventListener("click", () => choose(null));
      return text.element("div", "kicker", icon, text.element("span", "", content), button);
    };

    const section = (title, ...children) => (children.length ? text.element("section", "", text.element("h2", "", title), ...children) : undefined);

    const ofNode = (node) => {
      const parts = [kicker(words.kind[node.kind] ?? node.kind, legend.sign(node.shape, `of-${node.group}`)), text.element("h1", "", text.strange(label(node)))];
      const happening = graph.statements[node.statements[0]].happening === node.id; // its labels are words of ours
      const others = [...new Set([...(happening ? [] : Object.values(node.labels)), ...node.names])].filter((name) => name !== label(node));
      if (others.length) {
        const also = text.element("p", "also", words.also, " ");
        others.forEach((name, i) => also.append(i ? " · " : "", text.strange(name)));
        parts.push(also);
      }
      const links = node.same.map((address) => outside(address, `Wikidata ${address.split("/").pop()}`, "wikidata")).filter((link) => typeof link !== "string");
      if (links.length) parts.push(text.element("p", "links", ...links));
      const told = node.statements.map((place) => [place, graph.statements[place]]);
      const offices = told.filter(([, statement]) => statement.kind === "Tenure").map(([place]) => place);
      const rest = told.filter(([, statement]) => statement.kind !== "Tenure").map(([place]) => place);
      parts.push(section(words.offices, ...happenings(offices, node.id)), section(words.happenings, ...happenings(rest, node.id)));
      return parts;
    };

    const ofEdge = (edge) => {
      const arrow = text.element("span", "verb", text.strange(text.named(edge.labels, graph.lang)));
      const ends = text.element("h1", "ends", nodeButton(edge.from), " ", arrow, " ", nodeButton(edge.to));
      return [kicker(words.relation), ends, text.element("section", "", ...happenings(edge.statements, -1))];
    };

    const overview = () => {
      const first = new Map();
      for (const statement of graph.statements) {
        if (statement.kind !== "Tenure" && !first.has(statement.happening)) first.set(statement.happening, statement);
      }
      const listed = [...first.values()].sort((a, b) => (a.earliest || "9999").localeCompare(b.earliest || "9999"));
      const list = text.element("ol", "overview");
      let day;
      for (const statement of listed) {
        const heading = statement.date ? text.dated(statement.date, graph.lang) : words.undated;
        if (heading !== day) list.append(text.element("li", "day", heading));
        day = heading;
        const node = graph.nodes[statement.happening];
        const button = text.element("button", "fact", node ? legend.sign(node.shape, `of-${node.group}`) : undefined, text.strange(bare(statement)));
        button.type = "button";
        button.addEventListener("click", () => choose(statement.happening < 0 ? null : { node: statement.happening }));
        list.append(text.element("li", "", button));
      }
      return [text.element("h2", "title", words.overview), text.element("p", "hint", words.overview_hint), list];
    };

    const fill = (what) => {
      const parts = !what ? overview() : "node" in what ? ofNode(graph.nodes[what.node]) : ofEdge(graph.edges[what.edge]);
      place.replaceChildren(...parts.filter(Boolean));
      place.scrollTop = 0;
      place.classList.toggle("open", Boolean(what));
    };
    fill.evidence = evidence;
    return fill;
  };

  globalThis.dragoman.panel = panel;
}
