"""What can be said: the vocabulary, its shapes, its namespaces, and the errors of the house."""
