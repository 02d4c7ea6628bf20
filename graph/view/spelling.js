// Names as people type them: in any order, of any language, without accents, and with a slip or two.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});
  const MOST = 8;

  /** Returns whether `typed` is `word`, or begins it, but for at most `most` slips: a letter too many, missing, wrong or swapped. */
  const near = (typed, word, most) => {
    if (Math.abs(typed.length - word.length) > most && typed.length > word.length) return false;
    let [before, last, row] = [[], [], Array.from({ length: word.length + 1 }, (_, i) => i)];
    for (let i = 1; i <= typed.length; i += 1) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= word.length; j += 1) {
        const swapped = i > 1 && j > 1 && typed[i - 1] === word[j - 2] && typed[i - 2] === word[j - 1];
        row[j] = Math.min(
          last[j] + 1, row[j - 1] + 1, last[j - 1] + Number(typed[i - 1] !== word[j - 1]), swapped ? before[j - 2] + 1 : Infinity,
        );
      }
      if (Math.min(...row) > most) return false;
    }
    return Math.min(...row) <= most;
  };

  const slips = (typed) => (typed.length < 4 ? 0 : typed.length < 8 ? 1 : 2);

  /** Returns how well a folded name answers: 0 begins with it, 1 has it at the start of a word, 2 has all its words, 3 has it inside, 4 almost; else nothing. */
  const rank = (name, wanted, parts, slack) => {
    if (name.startsWith(wanted)) return 0;
    if (` ${name}`.includes(` ${wanted}`)) return 1;
    const words = name.split(" ");
    if (parts.every((part) => words.some((word) => word.startsWith(part)))) return 2;
    if (name.includes(wanted)) return 3;
    return slack && parts.every((part) => words.some((word) => near(part, word, slips(part)))) ? 4 : Infinity;
  };

  /** Returns what `matches` looks through: each node with its folded names. */
  const index = (nodes) =>
    nodes.map((node) => ({
      id: node.id,
      weight: node.statements.length,
      names: [...new Set([...Object.values(node.labels), ...node.names].map(dragoman.text.fold))].map((name) => name.slice(0, 200)),
    }));

  /** Returns the entries that bear `query` in a name, best first; slips are forgiven where nothing bears it as typed. */
  const matches = (entries, query) => {
    const wanted = dragoman.text.fold(query).slice(0, 200);
    if (!wanted) return [];
    const parts = wanted.split(" ");
    const ranked = (slack) =>
      entries
        .map((entry) => ({ ...entry, place: Math.min(...entry.names.map((name) => rank(name, wanted, parts, slack))) }))
        .filter((entry) => entry.place < Infinity);
    const exact = ranked(false);
    const found = exact.length ? exact : ranked(true);
    return found.sort((a, b) => a.place - b.place || b.weight - a.weight || a.id - b.id).slice(0, MOST);
  };

  dragoman.spelling = { near, rank, index, matches };
}
