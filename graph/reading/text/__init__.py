"""Prepares a text: glued captions, sentences, the tokenizer's patterns."""
