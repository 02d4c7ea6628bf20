// The words behind a statement: the quotation with its mentions marked, who said it, and the article that has it.
"use strict";
{
  const { text } = globalThis.dragoman;

  /** Returns a link to `address` if it leads to the web, else `content` as it is. */
  const outside = (address, content, className) => {
    const url = text.webAddress(address);
    if (!url) return content;
    const link = text.element("a", className ?? "", content);
    link.href = url;
    link.rel = "noopener noreferrer external";
    link.target = "_blank";
    return link;
  };

  /** Returns what builds the evidence of statements of `graph` in the page's language; `choose` is told who is chosen in it. */
  const evidence = (graph, words, choose) => {
    const label = (node) => text.tongue(node.labels, graph.lang);
    const bare = (labels) => text.plain(text.named(labels, graph.lang));

    /** Returns a button that leads to a node. */
    const nodeButton = (id) => {
      const button = text.element("button", "link", label(graph.nodes[id]));
      button.type = "button";
      button.addEventListener("click", () => choose({ node: id }));
      return button;
    };

    /** Returns whoever or whatever a value is: a node's number, the labels of what has no node, or a plain word. */
    const valued = (value) => {
      if (typeof value === "number") return nodeButton(value);
      return typeof value === "object" ? text.tongue(value, graph.lang) : text.strange(text.dated(String(value), graph.lang));
    };

    const roles = (properties) => (properties ?? []).map((name) => text.named(graph.properties[name] ?? { fr: name }, graph.lang)).join(", ");

    /** Returns a sentence of an article with the words marked that stand for somebody or something. */
    const quotation = (quote, language) => {
      const letters = Array.from(quote.words);
      const made = text.element("blockquote");
      made.dir = "auto";
      if (/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$/.test(language)) made.lang = language;
      let at = 0;
      for (const [begin, end, id, properties] of quote.marks) {
        if (begin < at || end > letters.length) continue;
        made.append(letters.slice(at, begin).join(""));
        const mark = text.element("mark", id >= 0 ? `by-${graph.nodes[id].group}` : "", letters.slice(begin, end).join(""));
        const role = roles(properties);
        if (id >= 0) mark.title = role ? text.filled(words.filling, { role, name: bare(graph.nodes[id].labels) }) : bare(graph.nodes[id].labels);
        made.append(mark);
        at = end;
      }
      made.append(letters.slice(at).join(""));
      return made;
    };

    /** Returns the article of a statement: its title, leading to it, its outlet and its date. */
    const source = (statement) => {
      const article = graph.articles[statement.article];
      const from = text.element("p", "from", outside(article.url, text.strange(article.title || words.untitled)));
      if (article.outlet) from.append(" · ", text.strange(article.outlet));
      if (article.published) from.append(" · ", text.dated(article.published, graph.lang));
      return from;
    };

    const said = (statement) => {
      const made = text.element("p", "said");
      if (!statement.speakers.length) made.append(words.said_by_article);
      else {
        const [before, after] = words.said_by.split("{speaker}");
        made.append(before, ...statement.speakers.flatMap((who, i) => (i ? [", ", valued(who)] : [valued(who)])), after ?? "");
      }
      return made;
    };

    /** Returns the statement's quotations, each word for word, with who said so and where. */
    const told = (statement) => [
      text.element(
        "figure", "evidence",
        ...statement.quotes.map((quote) => quotation(quote, graph.articles[statement.article].language)),
        text.element("figcaption", "", said(statement), source(statement)),
      ),
    ];

    return { nodeButton, valued, told, source };
  };

  globalThis.dragoman.evidence = { evidence, outside };
}
