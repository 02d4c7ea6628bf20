"""Where articles come from: texts, tables of lines, saved pages, compressed or not, one by one or in folders."""
