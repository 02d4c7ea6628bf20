// The data as the rest of the page knows it (README.md says what stands in each field), from its form in the file.
"use strict";
{
  const dragoman = (globalThis.dragoman ??= {});

  /** Returns the page's data from the text of its element. */
  dragoman.unpack = (text) => JSON.parse(text);
}
