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

  /** Returns the marks of a quotation of so many letters, the longer before what lies within it; what crosses another is left out. */
  const nested = (marks, length) => {
    const open = [{ mark: [0, length], within: [] }];
    for (const mark of marks.filter(([begin, end]) => begin < end && end <= length).sort((a, b) => a[0] - b[0] || b[1] - a[1])) {
      while (open.length > 1 && open.at(-1).mark[1] <= mark[0]) open.pop();
      if (mark[1] > open.at(-1).mark[1]) continue;
      const one = { mark, within: [] };
      open.at(-1).within.push(one);
      open.push(one);
    }
    return open[0].within;
  };

  /** Returns what builds the evidence of statements of `graph` in the page's language; `choose` is told who is chosen in it. */
  const evidence = (graph, words, choose) => {
    const label = (node) => text.tongue(node.labels, graph.lang);
    const bare = (labels) => text.plain(text.named(labels, graph.lang));

    /** Returns a button that leads to a node. */
    const nodeButton = (id) => text.button("link", label(graph.nodes[id]), () => choose({ node: id }));

    /** Returns whoever or whatever a value is: a node's number, the labels of what has no node, or a plain word. */
    const valued = (value) => {
      if (typeof value === "number") return nodeButton(value);
      return typeof value === "object" ? text.tongue(value, graph.lang) : text.strange(text.dated(String(value), graph.lang));
    };

    const roles = (properties) => (properties ?? []).map((name) => text.named(graph.properties[name] ?? { fr: name }, graph.lang)).join(", ");

    const inLanguage = (made, language) => {
      made.dir = "auto";
      if (/^[a-zA-Z]{2,3}(-[a-zA-Z0-9]+)*$/.test(language)) made.lang = language;
      return made;
    };

    /** Returns a sentence of an article with the words marked that stand for somebody or something, one in another where they do. */
    const quotation = (quote, language) => {
      const letters = Array.from(quote.words);
      const write = (made, begin, end, marks) => {
        let at = begin;
        for (const { mark: [first, last, id], within } of marks) {
          made.append(letters.slice(at, first).join(""));
          const mark = write(text.element("mark", id >= 0 ? `by-${graph.nodes[id].group}` : ""), first, last, within);
          if (id >= 0) mark.title = bare(graph.nodes[id].labels);
          made.append(mark);
          at = last;
        }
        made.append(letters.slice(at, end).join(""));
        return made;
      };
      return write(inLanguage(text.element("blockquote"), language), 0, letters.length, nested(quote.marks, letters.length));
    };

    /** Returns by whom or what each slot of the statement is filled in its quotations, in words of theirs where nobody has a node. */
    const filling = (quotes, language) => {
      const told = new Map();
      const seen = new Set();
      for (const quote of quotes) {
        const letters = Array.from(quote.words);
        for (const [begin, end, id, properties] of quote.marks) {
          if (!properties?.length || end > letters.length) continue;
          const quoted = inLanguage(text.element("q", "", letters.slice(begin, end).join("")), language);
          const role = roles(properties);
          const key = `${role} ${id < 0 ? quoted.textContent : id}`;
          if (!seen.has(key)) told.set(role, [...(told.get(role) ?? []), id >= 0 ? nodeButton(id) : quoted]);
          seen.add(key);
        }
      }
      const row = ([role, names]) => {
        const [before, after] = text.filled(words.filling, { role }).split("{name}");
        return text.element("li", "", text.element("span", "role", before), ...names.flatMap((name, i) => (i ? [" · ", name] : [name])), after);
      };
      return told.size ? text.element("ul", "fills", ...[...told].map(row)) : undefined;
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
        filling(statement.quotes, graph.articles[statement.article].language),
        text.element("figcaption", "", said(statement), source(statement)),
      ),
    ];

    return { nodeButton, valued, told, source };
  };

  globalThis.dragoman.evidence = { evidence, nested, outside };
}
