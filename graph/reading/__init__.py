"""The reader: a spaCy pipeline that turns an article into records, each grounded in the article's own words."""
